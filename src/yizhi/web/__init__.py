"""屋顶 Roof: settings, urls, base templates, the `yizhi` command. Knows all, known by none."""
