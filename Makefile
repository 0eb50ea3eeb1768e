.DEFAULT_GOAL := help
.PHONY: help run drill stop test build lint fmt bench classify-eval classify-train anonymise-eval anonymise-train replay verify verify-advisory code portal ci

help: ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

run: ## install what is missing, build, start the hub and play one report end to end
	@infra/run.sh

drill: ## play a campaign of CEPTOAR drills in fast motion and print the head of its report [CEPTOARS="telecom gas"]
	@infra/drill.sh $(CEPTOARS)

stop: ## end the hub
	@infra/hub.sh stop

test: ## all tests with everything they need; the last line counts them
	@infra/test.sh

build: ## build everything
	@infra/hub.sh build

lint: ## is the code formatted and written as agreed?
	dotnet format CeptoarHub.sln --verify-no-changes
	@infra/hub.sh portal
	@cd services/Portal && npm run --silent check

fmt: ## format the code
	dotnet format CeptoarHub.sln
	@infra/hub.sh portal
	@cd services/Portal && npm run --silent format

bench: ## measure the hub's figures [PARTS="latency sustained reach directory rows drill"]
	@infra/bench.sh $(PARTS)

classify-eval: ## the labels of reports, by the rules alone: REPORTS=file.jsonl ARGS="--rules --today yyyy-mm-dd"
	@dotnet build tests/ClassifyEval -c Release -nodeReuse:false -v quiet --nologo -clp:ErrorsOnly
	@dotnet run --no-build -c Release --project tests/ClassifyEval -- $(if $(REPORTS),"$(REPORTS)") $(ARGS)

classify-train: ## learn the sentences' weights anew from the labelled ones
	@dotnet build tests/ClassifyEval -c Release -nodeReuse:false -v quiet --nologo -clp:ErrorsOnly
	@dotnet run --no-build -c Release --project tests/ClassifyEval -- --train tests/Classification.Tests/Corpus services/Classification/Signals/Sentences/sentences.model

RING ?= green
anonymise-eval: ## run the anonymiser alone: DIRECTORY=directory.json REPORTS=reports.jsonl OUT=out.jsonl [RING=green]
	@infra/install.sh
	@dotnet build tests/AnonymiseEval -c Release -nodeReuse:false -v q >&2
	@dotnet run --no-build -c Release --project tests/AnonymiseEval -- "$(DIRECTORY)" "$(REPORTS)" "$(OUT)" "$(RING)"

anonymise-train: ## learn the weights of the anonymiser's learned recogniser anew from the annotated reports and the tuned half
	@infra/install.sh
	@dotnet build tests/AnonymiseEval -c Release -nodeReuse:false -v q >&2
	@dotnet run --no-build -c Release --project tests/AnonymiseEval -- --train tests/Anonymisation.Tests/Corpus services/Anonymisation/Recognisers/Learned/tokens.model

code: ## the present authenticator code of a person of the demonstration: WHO=operator
	@infra/hub.sh code "$(WHO)"

portal: ## the Portal's pages from their sources, renewed as one types, in front of the running hub: http://127.0.0.1:5173
	@infra/hub.sh portal
	@cd services/Portal && HUB_URL=http://127.0.0.1:$(or $(HUB_PORT),8080) npm run --silent dev

replay: ## put the messages of all error queues back
	@infra/hub.sh replay

verify: ## check the chain of the audit trail
	@infra/hub.sh verify

KEYS ?= http://127.0.0.1:$(or $(HUB_PORT),8080)/.well-known/advisory-keys.json
verify-advisory: ## was an advisory signed by the hub? FILE=what GET /api/advisories/{id}/signature answered [KEYS=address or file]
	@python3 infra/verify-advisory.py "$(FILE)" "$(KEYS)"

ci: ## lint, build, test
	@$(MAKE) --no-print-directory lint
	@$(MAKE) --no-print-directory build
	@$(MAKE) --no-print-directory test
