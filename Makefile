# Everything a developer runs. Each target sets up what it needs; nothing is installed outside this folder.

VERSIONS := 3.11 3.12 3.13
# The first interpreter of a version that runs: a version manager's shim may stand there and not.
interpreter = $(shell for python in python$(1) $(HOME)/.pyenv/versions/$(1).*/bin/python; do \
  $$python -c '' 2>/dev/null && echo $$python && break; done)
ifndef PYTHON
PYTHON := $(firstword $(foreach version,$(VERSIONS),$(call interpreter,$(version))) python3)
endif
VENV := .venv
BIN := $(VENV)/bin
ARGS ?= compare senior staff
SOURCES := src tests

.PHONY: help run test check format words bench test-all picture clean

help: ## what there is
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

run: $(VENV)/run ## set up and run: make run ARGS="day staff-ml"
	@$(BIN)/ladder $(ARGS)

test: $(VENV)/dev ## the tests, with branch coverage, and the wheel in a fresh environment
	@$(BIN)/coverage erase
	@$(BIN)/coverage run -m pytest
	@$(BIN)/coverage report

check: $(VENV)/dev ## what CI runs: format, lint, types, architecture, tests
	@$(BIN)/ruff format --check $(SOURCES)
	@$(BIN)/ruff check $(SOURCES)
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(MAKE) --no-print-directory test

format: $(VENV)/dev ## format the code, mend what the linter can, renew the snapshots
	@$(BIN)/ruff check --fix $(SOURCES)
	@$(BIN)/ruff format $(SOURCES)
	@$(BIN)/pytest --snapshot-update

words: $(VENV)/dev ## the schema and the tables of FORMAT.md, from the words beside the model
	@$(BIN)/python -m ladder.schema
	@$(BIN)/python tests/format_tables.py

bench: $(VENV)/dev ## start-up as ratios against a bare Typer program, in one interleaved run
	@$(BIN)/python tests/bench.py

test-all: ## the tests on every interpreter found, and on the newest Typer
	@$(foreach version,$(VERSIONS),$(if $(call interpreter,$(version)),$(MAKE) --no-print-directory in-environment \
	  VERSION=$(version) ENVPYTHON=$(call interpreter,$(version)),echo "== $(version): not found") &&) \
	  $(MAKE) --no-print-directory in-environment VERSION=newest-typer ENVPYTHON=$(PYTHON) NEWER="--upgrade typer"

.PHONY: in-environment
in-environment:
	@echo "== $(VERSION)"
	@$(ENVPYTHON) -m venv .cache/$(VERSION)
	@.cache/$(VERSION)/bin/pip install -q --upgrade pip
	@.cache/$(VERSION)/bin/pip install -q -e . --group dev
	@if [ -n "$(NEWER)" ]; then .cache/$(VERSION)/bin/pip install -q $(NEWER) 2>/dev/null; fi
	@.cache/$(VERSION)/bin/python -m pytest

picture: $(VENV)/run ## the picture in the README
	@$(BIN)/ladder compare senior staff --only scope,people,code,time,comp --width 100 -o README.svg --force

clean: ## remove what the other targets made
	rm -rf $(VENV) .cache .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/run: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "ladder needs Python 3.11 or newer: make PYTHON=/path/to/python3.11")'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install -q --upgrade pip
	@$(BIN)/pip install -q -e .
	@touch $@

$(VENV)/dev: $(VENV)/run
	@$(BIN)/pip install -q --group dev
	@touch $@
