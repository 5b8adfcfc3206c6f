# make run    create the environment, index corpus/, serve the web page
# make test   create the environment, install a browser, OCR and LibreOffice if missing, check and test
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA ?= data
SHARED ?= ../shared/data

.PHONY: run test check eval kinds bench baseline large ingest fuzz torture lock clean
.DEFAULT_GOAL := run

$(VENV)/.run: requirements/run.txt requirements/build.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; name one: make PYTHON=python3.12 …")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt -r requirements/build.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

# The engines and the product that `make bench` measures beside ours; nothing else installs them.
$(VENV)/.bench: $(VENV)/.dev requirements/bench.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	@touch $@

run: $(VENV)/.run
	$(BIN)/remiss index --data $(DATA)
	$(BIN)/remiss serve --data $(DATA)

test: $(VENV)/.dev check
	@sh .ci/packages
	$(BIN)/python -m pytest

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

eval: $(VENV)/.dev
	$(BIN)/python -m benchmarks.eval_citations --data $(SHARED) --cases
	$(BIN)/python -m benchmarks.eval_citations_ocr --data $(SHARED)
	$(BIN)/python -m benchmarks.eval_dnr --data $(SHARED) --cases
	$(BIN)/python -m benchmarks.eval_dnr_ocr --data $(SHARED) --cases
	$(BIN)/python -m benchmarks.eval_copies --data $(SHARED)
	$(BIN)/python -m benchmarks.eval_matters tests/cases/matters/*.jsonl --cases
	$(BIN)/python -m benchmarks.eval_extraction --data $(SHARED)
	$(BIN)/python -m benchmarks.eval_repair --data $(SHARED)
	$(BIN)/python -m benchmarks.eval_words --data $(SHARED)
	$(BIN)/python -m benchmarks.eval_ranking --data $(SHARED) --cases
	$(BIN)/python -m benchmarks.eval_conclusions --cases --ocr 1 --corpus
	$(BIN)/python -m benchmarks.eval_conclusions --data $(SHARED) --none 300 --speed

kinds: $(VENV)/.dev
	$(BIN)/python -m benchmarks.kinds_of_file --data $(SHARED)

# Search engines and whole products side by side; SIZES="2000 20000 57072 100000", ARGUMENTS="--engines ours fts5 …"
bench: $(VENV)/.bench
	$(BIN)/python -m benchmarks.bench --data $(SHARED) --results benchmarks/results $(if $(SIZES),--sizes $(SIZES)) $(ARGUMENTS)

baseline: $(VENV)/.dev
	$(BIN)/python -m benchmarks.baseline --data $(SHARED)

large: $(VENV)/.dev
	$(BIN)/python -m benchmarks.large --data $(SHARED)

# Runs over clean and damaged files of 750 words: speed, memory, stages; ARGUMENTS="--clean 1000 --damaged"
ingest: $(VENV)/.dev
	$(BIN)/python -m benchmarks.bench_ingest --data $(SHARED) --json benchmarks/results/ingest.json $(ARGUMENTS)

fuzz: $(VENV)/.dev
	$(BIN)/python -m benchmarks.fuzz --data $(SHARED)

torture: $(VENV)/.dev
	$(BIN)/python -m benchmarks.torture --data $(SHARED)

# New versions of the dependencies; needs uv. Read the licences and the changes before you commit.
lock:
	uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 pyproject.toml -o requirements/run.txt
	uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 pyproject.toml --group dev -o requirements/dev.txt
	uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 --group bench -c requirements/dev.txt -o requirements/bench.txt
	uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate --python-version 3.11 requirements/build.in -o requirements/build.txt

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
