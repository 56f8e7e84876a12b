# On a fresh machine with Python 3.11+ and make: `make demo` and `make test` do everything.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test lint types layers unit docs bench clean

$(READY): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --editable . --group dev
	$(BIN)/python -m compileall -q validator  # as an installed package is; else every start compiles it anew
	touch $(READY)

demo: $(READY)
	@$(BIN)/chaque check fixtures/demo || test $$? -eq 1  # 1: not every sample is complete

test: lint types layers unit

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

layers: $(READY)
	$(BIN)/lint-imports

unit: $(READY)
	$(BIN)/pytest

docs: $(READY)  # what is made from the program and the rules: schemas, pages, transcripts, examples
	$(BIN)/chaque schema pack > rules/schema.json
	$(BIN)/chaque schema overlay > rules/overlay.schema.json
	$(BIN)/chaque schema result > docs/schema/result.schema.json
	$(BIN)/chaque schema review > docs/schema/review.schema.json
	-DOCS=write TRANSCRIPTS=write SNAPSHOTS=write $(BIN)/pytest -q tests/test_transcripts.py \
		tests/authoring/test_documents.py tests/test_overlays.py tests/test_readme.py > /dev/null
	git status --short docs rules tests README*.md

bench: $(READY)
	$(BIN)/pytest benchmarks --benchmark-only

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache dist build
