# Everything a developer runs. Each target sets up what it needs; nothing is installed outside this folder.
# Needed are Python 3.11 or newer and make.

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
PYTEST_ARGS ?=
SOURCES := src tests
# Tests of whole commands and of the screen: half of the time of all, so they run beside the others.
HALF := tests/cli tests/explore
COVER := $(BIN)/coverage run -p -m pytest
# Names, versions and hashes of all that is installed, and no address: from wherever pip takes packages.
LOCKED := --disable-pip-version-check -q --require-hashes -r requirements
UV := .cache/uv/bin/uv
COMPILE := UV_CUSTOM_COMPILE_COMMAND="make lock" $(UV) pip compile -q --no-config --upgrade --universal --no-annotate \
  --python-version $(firstword $(VERSIONS)) --generate-hashes pyproject.toml
# The extras that `make check` tests, and those that need an engine of their own and are tested by `make check-engines`.
DEV_EXTRAS := --extra office --extra explore --extra mcp
ENGINES := --extra data --extra postgres --extra spark

.PHONY: help run test test-one-half test-other-half test-some check check-engines check-site format words bench bench-explore \
  test-all lock picture clean

help: ## what there is
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

run: $(VENV)/run ## set up and run: make run ARGS="day staff-ml"
	@$(BIN)/ladder $(ARGS)

test: $(VENV)/dev ## the tests, with branch coverage, and the wheel in a fresh environment; some: PYTEST_ARGS=tests/reading
	@rm -f .coverage .coverage.*
	@$(MAKE) --no-print-directory -j2 $(if $(PYTEST_ARGS),test-some,test-one-half test-other-half)
	@$(BIN)/coverage combine -q
	@$(BIN)/coverage report $(if $(PYTEST_ARGS),--fail-under=0)

test-some:
	@$(COVER) $(PYTEST_ARGS)

test-one-half:
	@$(COVER) $(HALF)

test-other-half:
	@$(COVER) $(HALF:%=--ignore=%)

check: $(VENV)/dev ## what CI runs: format, lint, types, architecture, tests
	@$(BIN)/ruff format --check $(SOURCES)
	@$(BIN)/ruff check $(SOURCES)
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(MAKE) --no-print-directory test

check-engines: $(VENV)-engines/dev ## surveys on DuckDB, a real PostgreSQL and Spark, with the reason where one is skipped; 1 GB
	@LADDER_ENGINES=$(CI) $(VENV)-engines/bin/python -m pytest tests/engines $(PYTEST_ARGS)

check-site: $(VENV)-site/dev ## the web site in a real browser: Debian's chromium, which root installs where it is missing
	@tests/browser/run $(VENV)-site/bin $(PYTEST_ARGS)

format: $(VENV)/dev ## format the code, mend what the linter can, renew the snapshots
	@$(BIN)/ruff check --fix $(SOURCES)
	@$(BIN)/ruff format $(SOURCES)
	@$(BIN)/pytest --snapshot-update

words: $(VENV)/dev ## the schema and the tables of FORMAT.md, from the words beside the model
	@$(BIN)/python -m ladder.schema
	@$(BIN)/python tests/format_tables.py

bench: $(VENV)/dev ## start-up as ratios against a bare Typer program, in one interleaved run
	@$(BIN)/python tests/bench.py
	@if [ -e $(VENV)-engines/dev ]; then $(VENV)-engines/bin/python tests/engines/bench.py; \
	  else echo "surveys of ten million rows: after \`make check-engines\`, which installs the engines"; fi

test-all: $(UV) ## the tests on every interpreter found, and with the newest and the lowest versions
	@PYTEST_ARGS="$(PYTEST_ARGS)" $(PYTHON) tests/everywhere.py $(UV) \
	  $(foreach version,$(VERSIONS),$(version)=$(call interpreter,$(version)))

lock: $(UV) ## renew the lock: the newest versions that pyproject.toml allows
	@$(COMPILE) --group build -o requirements/run.txt >/dev/null
	@$(COMPILE) --group dev $(DEV_EXTRAS) -c requirements/run.txt -o requirements/dev.txt >/dev/null
	@$(COMPILE) --group dev --group engines $(DEV_EXTRAS) $(ENGINES) -c requirements/dev.txt -o requirements/engines.txt >/dev/null
	@$(COMPILE) --group dev --group site $(DEV_EXTRAS) -c requirements/dev.txt -o requirements/site.txt >/dev/null

bench-explore: $(VENV)/dev ## the explorer as ratios against a bare Textual program, in one interleaved run
	@$(BIN)/python tests/bench_explore.py

picture: $(VENV)/dev ## the pictures in the README
	@$(BIN)/ladder compare senior staff --width 84 -o README.svg --force
	@$(BIN)/python tests/picture.py

clean: ## remove what the other targets made
	rm -rf $(VENV) $(VENV)-engines $(VENV)-site .cache .coverage .coverage.* .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

$(VENV)/run: requirements/run.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "ladder needs Python 3.11 or newer: make PYTHON=/path/to/python3.11")'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/pip install $(LOCKED)/run.txt
	@$(BIN)/pip install --disable-pip-version-check -q --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev: requirements/dev.txt $(VENV)/run
	@$(BIN)/pip install $(LOCKED)/dev.txt
	@touch $@

$(VENV)-%/dev: requirements/%.txt pyproject.toml
	@$(PYTHON) -m venv $(VENV)-$*
	@$(VENV)-$*/bin/pip install $(LOCKED)/$*.txt
	@$(VENV)-$*/bin/pip install --disable-pip-version-check -q --no-deps --no-build-isolation -e .
	@touch $@

$(UV):
	@$(PYTHON) -m venv .cache/uv
	@.cache/uv/bin/pip install --disable-pip-version-check -q uv
