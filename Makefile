# `make demo` runs the main job on the page it all started from; `make test` runs every check.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
DEMO := build/demo

.DEFAULT_GOAL := help
.PHONY: help install demo test lint types layers unit explore fuzz format docs eval eval-translation clean

help: ## list the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 20

install: $(INSTALLED) ## install capqa and the developers' tools into .venv

$(INSTALLED): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

demo: $(INSTALLED) ## find and mend the German captions of seeds/dw-mosul.txt
	@echo '$$ capqa check seeds/dw-mosul.txt'
	@$(BIN)/capqa check seeds/dw-mosul.txt; test $$? -eq 1
	@rm -rf $(DEMO) && mkdir -p $(DEMO) && cp seeds/dw-mosul.txt $(DEMO)/
	@if [ -t 0 ] && [ -t 1 ]; then \
		printf 'Press enter to review a copy: a accepts, w writes, q quits. '; read -r _; \
		cd $(DEMO) && $(abspath $(BIN))/capqa review dw-mosul.txt; \
		echo '$$ capqa check dw-mosul.txt'; $(abspath $(BIN))/capqa check dw-mosul.txt || true; \
	else echo 'In a terminal, `make demo` goes on to the review of a copy of this page.'; fi

test: lint types layers unit ## run every check, as CI does

lint: $(INSTALLED) ## ruff
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(INSTALLED) ## mypy --strict
	$(BIN)/mypy

layers: $(INSTALLED) ## dependencies point downwards
	$(BIN)/lint-imports

unit: $(INSTALLED) ## pytest
	$(BIN)/pytest -n auto

explore: $(INSTALLED) ## pytest, with examples that nobody has seen
	HYPOTHESIS_PROFILE=new $(BIN)/pytest -n auto

fuzz: $(INSTALLED) ## feed damaged files to every format, two minutes each; FORMAT=name for one
	$(BIN)/python -m pip install --quiet 'atheris>=3' || echo 'without atheris: slower, by hypothesis'
	$(BIN)/python -m tests.fuzz $(FORMAT)

docs: $(INSTALLED) ## build the documentation into build/site
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict
	@echo 'open build/site/index.html'

eval: $(INSTALLED) ## measure detection beside langdetect, lingua, fastText and py3langid
	$(BIN)/python -m pip install --quiet --editable '.[dev,eval]'
	$(BIN)/python -m benchmarks.detection.evaluate

eval-translation: $(INSTALLED) ## measure proposals; PACKAGE=folder of Argos packages to compare
	$(BIN)/python -m pip install --quiet --editable '.[dev,eval]'
	$(BIN)/python -m benchmarks.translation.evaluate $(PACKAGE)

format: $(INSTALLED) ## let ruff format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## remove what was built
	rm -rf build dist $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
