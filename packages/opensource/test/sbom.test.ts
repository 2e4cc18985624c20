import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessStack } from "../src/index.js";
import { componentsFromSbom, type StackComponent } from "../src/sbom/index.js";

const fixture = (name: string) =>
  readFileSync(new URL(`fixtures/sbom/${name}`, import.meta.url), "utf8");
const codes = (input: unknown) => componentsFromSbom(input).findings.map(({ code }) => code);
const cyclone = (rest: object) => ({ bomFormat: "CycloneDX", specVersion: "1.6", ...rest });
const byName = (components: readonly StackComponent[]) =>
  [...components].sort((a, b) => (a.name < b.name ? -1 : 1));

describe("one tree in two formats", () => {
  const cdx = componentsFromSbom(fixture("npm.cdx.json"));
  const spdx = componentsFromSbom(fixture("npm.spdx.json"));

  it("gives the same components, licences and depths", () => {
    const bare = ({ name, version, license, depth }: StackComponent) => ({
      name,
      version,
      license,
      depth,
    });
    expect(byName(cdx.components).map(bare)).toEqual(byName(spdx.components).map(bare));
    expect(cdx.components.length).toBe(20);
    expect([cdx.subject?.name, spdx.subject?.name]).toEqual(["all", "all"]);
    expect([cdx.format, cdx.specVersion, spdx.format, spdx.specVersion]).toEqual([
      "CycloneDX",
      "1.5",
      "SPDX",
      "2.3",
    ]);
  });

  it("counts depth from the subject, the shortest way", () => {
    // Relaxed over all edges until nothing changes, where the reader walks breadth first.
    interface Edges {
      readonly dependencies: readonly {
        readonly ref: string;
        readonly dependsOn: readonly string[];
      }[];
    }
    const { dependencies } = JSON.parse(fixture("npm.cdx.json")) as Edges;
    const expected = new Map([["all@1.0.0", 0]]);
    for (let round = 0; round < dependencies.length; round++) {
      for (const { ref, dependsOn } of dependencies) {
        for (const target of dependsOn) {
          const steps = (expected.get(ref) ?? Number.POSITIVE_INFINITY) + 1;
          expected.set(target, Math.min(steps, expected.get(target) ?? Number.POSITIVE_INFINITY));
        }
      }
    }
    for (const { name, version, depth } of cdx.components)
      expect([name, depth]).toEqual([name, expected.get(`${name}@${version}`)]);
    const depths = new Map(cdx.components.map(({ name, depth }) => [name, depth]));
    expect([...depths.values()].every((depth) => depth !== undefined && depth >= 1)).toBe(true);
  });

  it("is assessed without further ado", () => {
    const stack = assessStack(cdx.components);
    expect(stack.withoutLicense).toBe(0);
    expect(stack.byDepth[0]?.depth).toBe(1);
  });
});

describe("CycloneDX", () => {
  it("reads ids, names and expressions; names a component by group and name", () => {
    const { components, findings } = componentsFromSbom(
      cyclone({
        components: [
          {
            group: "com.acme",
            name: "tomcat-catalina",
            version: "9.0.14",
            licenses: [{ expression: "EPL-2.0 OR GPL-2.0 WITH Classpath-exception-2.0" }],
          },
          { name: "named", licenses: [{ license: { name: "Apache License 2.0" } }] },
          { name: "several", licenses: [{ license: { id: "MIT" } }, { license: { id: "ISC" } }] },
          { name: "bare", scope: "optional" },
        ],
      }),
    );
    expect(components).toEqual([
      {
        name: "com.acme/tomcat-catalina",
        version: "9.0.14",
        license: "EPL-2.0 OR GPL-2.0 WITH Classpath-exception-2.0",
      },
      { name: "named", license: "Apache License 2.0" },
      { name: "several", license: ["MIT", "ISC"] },
      { name: "bare", scope: "optional" },
    ]);
    expect(findings.map(({ code }) => code)).toEqual(["opensource/sbom-several-licenses"]);
  });

  it("takes what was concluded before what was declared", () => {
    const licenses = [
      { license: { id: "MIT", acknowledgement: "declared" } },
      { license: { id: "GPL-3.0-only", acknowledgement: "concluded" } },
    ];
    const { components } = componentsFromSbom(cyclone({ components: [{ name: "a", licenses }] }));
    expect(components[0]?.license).toBe("GPL-3.0-only");
  });

  it("finds components inside components, one step further", () => {
    const { components } = componentsFromSbom(
      cyclone({
        metadata: { component: { "bom-ref": "app", name: "app" } },
        components: [{ "bom-ref": "a", name: "a", components: [{ "bom-ref": "b", name: "b" }] }],
        dependencies: [
          { ref: "app", dependsOn: ["a"] },
          { ref: "b", dependsOn: ["a", "app"] },
        ],
      }),
    );
    expect(components).toEqual([
      { name: "a", depth: 1 },
      { name: "b", depth: 2 },
    ]);
  });

  it("says as which version it reads one that it does not know", () => {
    expect(codes(cyclone({ specVersion: "2.0" }))).toEqual(["opensource/sbom-version"]);
    for (const specVersion of ["1.4", "1.5", "1.6"])
      expect(codes(cyclone({ specVersion }))).toEqual([]);
  });
});

describe("SPDX", () => {
  it("takes a conclusion unless it asserts nothing, and keeps NONE", () => {
    const { components, subject } = componentsFromSbom({
      spdxVersion: "SPDX-2.3",
      packages: [
        { SPDXID: "r", name: "r" },
        { SPDXID: "a", name: "a", licenseConcluded: "NOASSERTION", licenseDeclared: "MIT" },
        { SPDXID: "b", name: "b", licenseConcluded: "GPL-2.0-only", licenseDeclared: "MIT" },
        { SPDXID: "c", name: "c", licenseConcluded: "NONE", licenseDeclared: "MIT" },
        { SPDXID: "d", name: "d", licenseConcluded: "NOASSERTION" },
      ],
      relationships: [
        {
          spdxElementId: "SPDXRef-DOCUMENT",
          relationshipType: "DESCRIBES",
          relatedSpdxElement: "r",
        },
        { spdxElementId: "r", relationshipType: "DEPENDS_ON", relatedSpdxElement: "a" },
        { spdxElementId: "b", relationshipType: "DEPENDENCY_OF", relatedSpdxElement: "a" },
        { spdxElementId: "c", relationshipType: "BUILD_DEPENDENCY_OF", relatedSpdxElement: "b" },
      ],
    });
    expect(subject?.name).toBe("r");
    expect(components).toEqual([
      { name: "a", license: "MIT", depth: 1 },
      { name: "b", license: "GPL-2.0-only", depth: 2 },
      { name: "c", license: "NONE", depth: 3 },
      { name: "d", license: "NOASSERTION" },
    ]);
  });

  it("takes all packages for components where the document describes several, or has only one", () => {
    const document = (packages: string[], documentDescribes: string[]) =>
      componentsFromSbom({
        spdxVersion: "SPDX-2.3",
        documentDescribes,
        packages: packages.map((name) => ({ SPDXID: name, name })),
      });
    expect(document(["a", "b"], ["a", "b"]).components.length).toBe(2);
    expect(document(["a"], ["a"]).components.length).toBe(1);
    expect(document(["a", "b"], ["a"]).components.map(({ name }) => name)).toEqual(["b"]);
  });

  it("reads the flat graph of 3.0", () => {
    const id = (name: string) => `https://example.org/${name}`;
    const relate = (from: string, relationshipType: string, to: string) => ({
      type: "Relationship",
      relationshipType,
      from: id(from),
      to: [to.startsWith("http") ? to : id(to)],
    });
    const { components, subject, specVersion } = componentsFromSbom({
      "@context": "https://spdx.org/rdf/3.0.1/spdx-context.jsonld",
      "@graph": [
        { type: "SpdxDocument", spdxId: id("document"), rootElement: [id("app")] },
        { type: "software_Package", spdxId: id("app"), name: "app" },
        { type: "software_Package", spdxId: id("a"), name: "a", software_packageVersion: "2" },
        { type: "software_Package", spdxId: id("b"), name: "b" },
        { type: "software_Package", spdxId: id("c"), name: "c" },
        {
          type: "simplelicensing_LicenseExpression",
          spdxId: id("l1"),
          simplelicensing_licenseExpression: "GPL-3.0-or-later AND LicenseRef-x",
        },
        {
          type: "simplelicensing_LicenseExpression",
          spdxId: id("l2"),
          simplelicensing_licenseExpression: "NOASSERTION",
        },
        relate("a", "hasDeclaredLicense", "l1"),
        relate("a", "hasConcludedLicense", "l2"),
        relate("b", "hasConcludedLicense", "https://spdx.org/licenses/MIT"),
        relate(
          "c",
          "hasConcludedLicense",
          "https://spdx.org/rdf/3.0.1/terms/ExpandedLicensing/NoneLicense",
        ),
        relate("app", "dependsOn", "a"),
        relate("a", "contains", "b"),
      ],
    });
    expect([subject?.name, specVersion]).toEqual(["app", "3.0.1"]);
    expect(components).toEqual([
      { name: "a", version: "2", license: "GPL-3.0-or-later AND LicenseRef-x", depth: 1 },
      { name: "b", license: "MIT", depth: 2 },
      { name: "c", license: "NONE" },
    ]);
  });
});

describe("hostile and broken input", () => {
  it.each([
    ["{", "opensource/sbom-not-json"],
    ["", "opensource/sbom-not-json"],
    ["[]", "opensource/sbom-format"],
    ['{"bomFormat":"SPDX"}', "opensource/sbom-format"],
    [null, "opensource/sbom-format"],
    [{ spdxVersion: "SPDX-9" }, "opensource/sbom-format"],
    [undefined, "opensource/sbom-format"],
  ])("%j is %s", (input, code) => {
    expect(codes(input)).toEqual([code]);
  });

  it("reads text with a byte order mark", () => {
    expect(componentsFromSbom(`\uFEFF${fixture("npm.cdx.json")}`).components.length).toBe(20);
  });

  it("points at every element that does not fit, and keeps the rest", () => {
    const reading = componentsFromSbom(
      cyclone({
        components: [
          null,
          { name: 3 },
          { name: "ok", licenses: "MIT" },
          { name: "l", licenses: [{}] },
        ],
        dependencies: [{}, 5],
      }),
    );
    expect(reading.components.map(({ name }) => name)).toEqual(["unnamed", "ok", "l"]);
    expect(reading.findings.map(({ place }) => place.path?.join("."))).toEqual([
      "components.0",
      "components.1.name",
      "components.2.licenses",
      "components.3.licenses.0",
      "dependencies.0",
      "dependencies.1",
    ]);
  });

  it("takes prototype keys for keys like others", () => {
    const reading = componentsFromSbom(
      '{"bomFormat":"CycloneDX","specVersion":"1.6","__proto__":{"components":[{"name":"ghost"}]},' +
        '"metadata":{"component":{"bom-ref":"__proto__","name":"constructor"}},' +
        '"components":[{"bom-ref":"constructor","name":"__proto__","licenses":[{"license":{"id":"__proto__"}}]}],' +
        '"dependencies":[{"ref":"__proto__","dependsOn":["constructor","toString"]}]}',
    );
    expect(reading.components).toEqual([{ name: "__proto__", license: "__proto__", depth: 1 }]);
    expect(assessStack(reading.components).unreadableLicenses).toBe(1);
  });

  it("follows components nested a hundred thousand deep, and circles of dependency", () => {
    let nested: Record<string, unknown> = { name: "core" };
    for (let i = 0; i < 100_000; i++) nested = { name: "shell", components: [nested] };
    expect(componentsFromSbom(cyclone({ components: [nested] })).components.length).toBe(100_001);
    const circle: Record<string, unknown> = { name: "ouroboros" };
    circle.components = [circle];
    const endless = componentsFromSbom(cyclone({ components: [circle] }), { maxComponents: 1000 });
    expect(endless.findings.map(({ code }) => code)).toEqual(["opensource/sbom-too-large"]);
    expect(endless.components).toEqual([]);
  });

  it("refuses more components than allowed, in every format", () => {
    const many = Array.from({ length: 11 }, (_, i) => ({ name: `${i}`, type: "software_Package" }));
    const options = { maxComponents: 10 };
    for (const document of [
      cyclone({ components: many }),
      { spdxVersion: "SPDX-2.3", packages: many },
      { "@context": "https://spdx.org/rdf/3.0.0/spdx-context.jsonld", "@graph": many },
    ]) {
      const { findings } = componentsFromSbom(document, options);
      expect(findings.map(({ code }) => code)).toEqual(["opensource/sbom-too-large"]);
    }
  });

  it("never throws, whatever JSON it is given", () => {
    const keys = fc.constantFrom(
      "components",
      "licenses",
      "license",
      "id",
      "name",
      "dependencies",
      "ref",
      "dependsOn",
      "packages",
      "relationships",
      "@graph",
      "type",
      "metadata",
      "component",
    );
    const { json } = fc.letrec<{ json: unknown }>((tie) => ({
      json: fc.oneof(
        { depthSize: "medium" },
        fc.constantFrom(null, 1, "MIT", "a", true),
        fc.array(tie("json"), { maxLength: 3 }),
        fc.dictionary(keys, tie("json"), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(
        json,
        fc.constantFrom(
          { bomFormat: "CycloneDX" },
          { spdxVersion: "SPDX-2.3" },
          { "@context": "https://spdx.org/rdf/3.0.1/x" },
        ),
        (body, head) => {
          const document = typeof body === "object" && body !== null ? { ...body, ...head } : head;
          const { components } = componentsFromSbom(document);
          assessStack(components);
        },
      ),
    );
  });
});
