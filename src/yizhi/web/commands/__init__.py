"""命令 The parts of the `yizhi` command, one module a subject; each adds its own parser."""
