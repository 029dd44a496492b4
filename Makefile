VENV := .venv
PYTHON ?= python3
BIN := $(VENV)/bin
PORT ?= 8501

# Each process of the tests would compile all modules anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test slow soak lint bench clean

run: $(VENV)/run.stamp
	@$(BIN)/python -m exports.pdf.pango
	@$(BIN)/python -m etl build
	@echo "Vakkrachtmonitor: http://localhost:$(PORT)"
	@$(BIN)/python -m streamlit run app.py --server.port $(PORT)

test: $(VENV)/test.stamp lint
	$(BIN)/python -m exports.pdf.pango
	$(BIN)/python -m tests.chromium
	$(BIN)/python -m pytest -n 2 --dist worksteal --durations=25 -m "not slow"

slow: $(VENV)/test.stamp
	$(BIN)/python -m exports.pdf.pango
	$(BIN)/python -m tests.chromium
	$(BIN)/python -m tests.office
	$(BIN)/python -m pytest -n 3 --dist worksteal --durations=25 -m slow

soak: $(VENV)/test.stamp
	SOAK=20 $(BIN)/python -m pytest -n 2 --dist worksteal --durations=25 --hypothesis-show-statistics -m "hypothesis or soak"

lint: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy -n 2
	$(BIN)/lint-imports

bench: $(VENV)/test.stamp
	$(BIN)/python -m tests.chromium
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench_load
	$(BIN)/python -m tests.bench_programmes
	$(BIN)/python -m tests.bench_deliveries
	$(BIN)/python -m tests.bench_exports

clean:
	rm -rf $(VENV) data/*.duckdb data/*.duckdb.*

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/test.stamp: requirements-dev.txt requirements.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/run.stamp
