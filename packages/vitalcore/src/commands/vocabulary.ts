import { everything } from "@vitalcore/domain/everything";
import { createModel } from "@vitalcore/domain/model";
import { sources } from "@vitalcore/domain/sources";
import { dotGraph, mermaidGraph } from "@vitalcore/interop/graph";
import { skosJsonLd, skosTurtle } from "@vitalcore/interop/skos";
import { bibTeX, cslJson } from "@vitalcore/interop/sources";
import {
  type ExportKind,
  exportKinds,
  knownConcepts,
  threatNetwork,
  vocabularySchemes,
} from "@vitalcore/interop/vocabulary";
import { type Command, InvalidArgumentError, Option } from "commander";
import { writeText } from "../files.js";
import { EXIT, type Terminal } from "../terminal.js";

const FORMATS = [
  "skos-turtle",
  "skos-jsonld",
  "json",
  "csl-json",
  "bibtex",
  "mermaid",
  "dot",
] as const;

interface ExportOptions {
  readonly format: (typeof FORMATS)[number];
  readonly kind?: readonly ExportKind[];
  readonly from?: readonly string[];
  readonly depth?: number;
  readonly base?: string;
  readonly out?: string;
}

const MORE = `
Formats: skos-turtle, skos-jsonld and json hold the concepts (--kind chooses among them); csl-json and bibtex their
sources; mermaid and dot the network of threats, or what is near to some of them (--from, --depth).
IRIs lie below https://w3id.org/vitalcore/, which is not registered and leads nowhere; --base names another.

Kinds: ${exportKinds.join(", ")}.

Examples:
  $ vitalcore vocabulary export --format skos-turtle --out vitalcore.ttl
  $ vitalcore vocabulary export --format skos-jsonld --kind dimension freedom
  $ vitalcore vocabulary export --format dot --from threat/poverty --depth 2 | dot -Tsvg > poverty.svg`;

function wholeNumber(text: string): number {
  if (/^\d{1,3}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("It is a whole number.");
}

const asJson = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

function exported({ format, kind, from, depth, base }: ExportOptions): string {
  if (format === "csl-json") return asJson(cslJson(sources));
  if (format === "bibtex") return bibTeX(sources);
  const model = createModel(everything);
  if (format === "mermaid" || format === "dot") {
    const network = threatNetwork(model, {
      ...(from !== undefined && { from }),
      ...(depth !== undefined && { depth }),
    });
    return format === "dot" ? dotGraph(network) : mermaidGraph(network);
  }
  const { en, translations = [] } = everything;
  const schemes = vocabularySchemes(model, {
    labels: en === undefined ? translations : [en, ...translations],
    ...(kind !== undefined && { kinds: kind }),
  });
  if (format === "json") return asJson(schemes);
  const options = { known: knownConcepts(model), ...(base !== undefined && { base }) };
  if (format === "skos-turtle") return skosTurtle(schemes, options);
  return asJson(skosJsonLd(schemes, options));
}

/** Adds `vitalcore vocabulary export`. */
export function vocabularyCommand(
  program: Command,
  terminal: Terminal,
  exit: (code: number) => void,
): void {
  program
    .command("vocabulary")
    .description("the vocabulary of human security: concepts, labels, relations, sources")
    .command("export")
    .description("write the vocabulary in a format that other systems read")
    .addOption(
      new Option("-f, --format <format>", "see below").choices(FORMATS).makeOptionMandatory(),
    )
    .option("-k, --kind <kinds...>", "kinds of concept; all if left out")
    .option("--from <concepts...>", "concepts to begin the network with, threat/poverty")
    .option("--depth <steps>", "how far the network goes from them; 1 if left out", wholeNumber)
    .option("--base <iri>", "base of the IRIs")
    .option("-o, --out <file>", "write there instead of to standard output")
    .addHelpText("after", MORE)
    .action(async (options: ExportOptions) => {
      const text = exported(options);
      if (options.out === undefined) terminal.out(text);
      else {
        await writeText(options.out, text);
        terminal.err(`wrote ${options.out}\n`);
      }
      exit(EXIT.ok);
    });
}
