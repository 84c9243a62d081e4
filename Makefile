# 一支 Yizhi. `make run` starts the demo county; `make test` checks everything. Both prepare what they need.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.PHONY: help run test check bench pictures fix lock front wheel machine clean

PYTHON ?= $(shell for each in python3 python3.13 python3.12 python3.11; do if $$each -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo $$each; break; fi; done)
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
HOST ?= 127.0.0.1
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
export PATH := $(CURDIR)/$(BIN):$(PATH)

help: ## 列出可以做什么
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

run: $(VENV)/.run front ## 建好一切，启动演示县（PORT=端口）
	@YIZHI_DEMO=1 exec yizhi serve --demo --host $(HOST) --port $(PORT)

test: $(VENV)/.dev front machine ## 全部测试：SQLite、真实的 PostgreSQL、浏览器
	cd frontend && npm test --silent
	$(TEST) -n2 -m "not browser and not postgres"
	python tests/postgres.py $(TEST) -n2 -m "(database or postgres) and not browser"
	$(TEST) -n0 -m browser

check: $(VENV)/.dev front ## 格式、类型、楼层、术语、引注、接口说明
	ruff check .
	ruff format --check .
	mypy
	lint-imports
	YIZHI_HOME=build/check yizhi manage makemigrations --check --dry-run
	$(TEST) -q -n0 tests/test_architecture.py tests/test_glossary.py tests/test_citations.py
	YIZHI_HOME=build/check yizhi openapi build/openapi.json
	diff -u docs/openapi.json build/openapi.json || { echo "接口说明变了：核对以后运行 make fix。"; exit 1; }

bench: $(VENV)/.dev front ## 量速度（BENCH_ROWS=行数）
	@command -v wrk >/dev/null || { [ "$$(id -u)" = 0 ] && apt-get install -y -qq --no-install-recommends wrk >/dev/null; } || echo "没有 wrk，用 Python 发请求。"
	python -m bench

pictures: $(VENV)/.dev machine ## 从正在运行的演示县（make run）取 README 的图
	python -m tests.pictures http://$(HOST):$(PORT)

fix: $(VENV)/.dev front ## 排好格式，写出接口说明、规则表
	ruff check --fix .
	ruff format .
	YIZHI_HOME=build/check yizhi openapi docs/openapi.json
	yizhi rules document
	yizhi rules diagrams

wheel: $(VENV)/.run front ## 做成安装包（自带页面，不需要 Node）
	python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

lock: $(VENV)/.dev ## 重新锁定依赖
	for each in dev runtime build; do uv pip compile -q --upgrade --generate-hashes --no-emit-index-url --no-header $$( [ $$each = dev ] || echo -c requirements/dev.txt ) -o requirements/$$each.txt requirements/$$each.in; done
	uv pip compile -q --upgrade --no-deps --generate-hashes --no-emit-index-url --no-header -o requirements/statutes.txt requirements/statutes.in

clean: ## 去掉做出来的东西，留下数据（var/）
	rm -rf build dist frontend/node_modules src/yizhi/web/static/built $(VENV)

# Every test run has a home of its own, so that tests never meet the data of a running installation.
TEST = env YIZHI_HOME=$(CURDIR)/build/test YIZHI_DEMO=1 YIZHI_STRICT_SKIPS=1 python -m pytest

$(BIN)/python:
	@[ -n "$(PYTHON)" ] || { echo "需要 Python 3.11 以上。"; exit 1; }
	$(PYTHON) -m venv $(VENV) || { echo "做不了虚拟环境。Debian、Ubuntu 上先安装 python3-venv。"; exit 1; }

$(VENV)/.run: requirements/build.txt requirements/statutes.txt pyproject.toml | $(BIN)/python build
	$(PIP) --require-hashes -r requirements/build.txt
	$(PIP) --require-hashes --no-deps -r requirements/statutes.txt
	$(PIP) --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	$(PIP) --require-hashes -r requirements/dev.txt
	touch $@

build:
	mkdir -p build

front: frontend/node_modules/.ready
	@cd frontend && node build.js

frontend/node_modules/.ready: frontend/package-lock.json $(VENV)/.run
	cd frontend && npm ci --no-fund --no-audit --loglevel=error
	touch $@

# What the tests use of the machine itself: a browser, Chinese letters on screen, a reader of PDF files.
machine:
	@missing=""; \
	command -v chromium >/dev/null || missing="$$missing chromium"; \
	command -v pdftotext >/dev/null || missing="$$missing poppler-utils"; \
	{ command -v fc-list >/dev/null && fc-list :lang=zh | grep -q .; } || missing="$$missing fonts-noto-cjk"; \
	if [ -z "$$missing" ]; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing >/dev/null; \
	else echo "测试还需要安装：$$missing"; exit 1; fi
