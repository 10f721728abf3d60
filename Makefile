PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
JOBS   ?= 2

.PHONY: run test check content bench torture screenshots man dist pyz packages links clean
.DEFAULT_GOAL := run

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "optout-tui needs Python 3.11 or later; this is `$(PYTHON) --version`. Try: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv module is missing. Install it first: sudo apt install python3-venv" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: pyproject.toml optout_tui/__init__.py | $(BIN)/python
	@echo "Setting up (once)…" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml optout_tui/__init__.py | $(BIN)/python
	@echo "Setting up for development (once)…" >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.run

run: $(VENV)/.run
	@$(BIN)/optout-tui $(ARGS)

test: $(VENV)/.dev
	@$(BIN)/python -m pytest -n $(JOBS) $(ARGS)

check: $(VENV)/.dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/optout-tui guides check

content: $(VENV)/.dev
	@$(BIN)/python -m tests.content $(ARGS)

bench: $(VENV)/.dev
	@$(BIN)/python -m benchmarks $(ARGS)

torture: $(VENV)/.dev
	@$(BIN)/python -m benchmarks.torture $(ARGS)

screenshots: $(VENV)/.dev
	@$(BIN)/python -m tests.screenshots assets

man: $(VENV)/.dev
	@$(BIN)/python -m tests.packaging.manual assets/optout-tui.1

dist: $(VENV)/.dev
	@rm -rf dist
	@$(BIN)/python -m tests.packaging.dist dist

pyz: dist
	@$(BIN)/python -m tests.packaging.pyz dist

packages: pyz
	@PYTHON=$(PYTHON) .ci/packages dist

links: $(VENV)/.dev
	@$(BIN)/python -m tests.content.links $(ARGS)

clean:
	@rm -rf $(VENV) build dist .coverage .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis snapshot_report.html
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
