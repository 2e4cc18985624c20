import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { openSourceFreedomIds } from "@vitalcore/domain/ids";
import { describe, expect, it } from "vitest";
import { listedExceptionIds } from "../src/licenses/exceptions.js";
import { licenseFacts, listedLicenseIds, listedSpelling } from "../src/licenses/index.js";

const fixture = <Content>(name: string): Content =>
  JSON.parse(readFileSync(new URL(`fixtures/licenses/${name}.json`, import.meta.url), "utf8"));

interface Chosen {
  readonly id: string;
  readonly permissions: readonly string[];
  readonly conditions: readonly string[];
  readonly limitations: readonly string[];
}

/** Packages write the ids of the GNU family in the deprecated form with a plus. */
const current = (ids: readonly string[]) => ids.filter((id) => !id.endsWith("+"));

function facts(id: string) {
  const found = licenseFacts(id);
  if (found === undefined) throw new Error(`${id} is not known here`);
  return found;
}

describe("the table of licences", () => {
  it("has every id of the list that the parser reads by", () => {
    const require = createRequire(import.meta.url);
    const parserList = createRequire(require.resolve("spdx-expression-parse"));
    const ids: string[] = [
      ...parserList("spdx-license-ids"),
      ...parserList("spdx-license-ids/deprecated"),
    ];
    expect(ids.filter((id) => listedSpelling(id) !== id)).toEqual([]);
    const known = new Set(listedExceptionIds());
    expect(parserList("spdx-exceptions").filter((id: string) => !known.has(id))).toEqual([]);
  });

  it("marks the deprecated ids, and offers ids that are not deprecated", () => {
    const require = createRequire(import.meta.url);
    const parserList = createRequire(require.resolve("spdx-expression-parse"));
    const deprecated: string[] = parserList("spdx-license-ids/deprecated");
    const marked = listedLicenseIds().filter((id) => facts(id).deprecatedFor !== undefined);
    expect(marked.sort()).toEqual([...deprecated].sort());
    for (const id of marked) {
      const [license = ""] = (facts(id).deprecatedFor as string).split(" WITH ");
      if (license !== "") expect(facts(license).deprecatedFor).toBeUndefined();
    }
  });

  it("carries the flags of the SPDX License List", () => {
    const approved = listedLicenseIds().filter((id) => facts(id).osiApproved);
    expect(approved.sort()).toEqual(current(fixture<string[]>("osi-approved")).sort());
    const libre = listedLicenseIds().filter((id) => facts(id).fsfLibre === true);
    expect(libre.sort()).toEqual(current(fixture<string[]>("fsf-libre")).sort());
  });

  it("grants all four freedoms under every licence approved by OSI or called free by the FSF", () => {
    for (const id of current([
      ...fixture<string[]>("osi-approved"),
      ...fixture<string[]>("fsf-libre"),
    ])) {
      for (const freedom of openSourceFreedomIds)
        expect(facts(id).grants?.[freedom]).toBe("granted");
    }
  });

  it("never lets a limited licence pass as approved", () => {
    for (const id of listedLicenseIds()) {
      const { grants, osiApproved, limits } = facts(id);
      const limited = grants !== null && openSourceFreedomIds.some((f) => grants[f] !== "granted");
      expect(limited).toBe(limits.length > 0);
      if (limited) expect(osiApproved).toBe(false);
    }
  });

  it("agrees with choosealicense.com on conditions and patents", () => {
    const spelled = (id: string) => (/^[AL]?GPL-\d/.test(id) ? `${id}-only` : id);
    const disagreeing = fixture<Chosen[]>("choosealicense").flatMap((chosen) => {
      const { conditions } = facts(spelled(chosen.id));
      const asked = (condition: string) => chosen.conditions.some((c) => c.startsWith(condition));
      const theirs = {
        notice: asked("include-copyright"),
        changes: asked("document-changes"),
        source: asked("disclose-source"),
        network: asked("network-use-disclose"),
        copyleft: asked("same-license"),
        patent: chosen.permissions.includes("patent-use")
          ? "grant"
          : chosen.limitations.includes("patent-use")
            ? "withheld"
            : "silent",
      };
      const ours = { ...conditions, copyleft: conditions?.copyleft !== "none" };
      expect(chosen.permissions).toEqual(expect.arrayContaining(["modifications", "distribution"]));
      return Object.entries(theirs)
        .filter(([name, value]) => ours[name as keyof typeof theirs] !== value)
        .map(([name]) => `${chosen.id} ${name}`);
    });
    expect(disagreeing).toEqual([]);
  });

  it("reaches as far as choosealicense.com says where it says how far", () => {
    for (const { id, conditions } of fixture<Chosen[]>("choosealicense")) {
      const reach = facts(/^LGPL/.test(id) ? `${id}-only` : id).conditions?.copyleft;
      if (conditions.includes("same-license--file")) expect([id, reach]).toEqual([id, "file"]);
      if (conditions.includes("same-license--library"))
        expect([id, reach]).toEqual([id, "library"]);
      if (conditions.includes("network-use-disclose")) expect([id, reach]).toEqual([id, "network"]);
    }
  });

  it("finds no copyleft where the Blue Oak Council finds a licence permissive", () => {
    const reaching = fixture<string[]>("blue-oak").filter((id) => {
      const reach = licenseFacts(id)?.conditions?.copyleft;
      return reach !== undefined && reach !== "none";
    });
    // ScanCode and choosealicense.com find copyleft in these four, as we do.
    expect(reaching).toEqual(["LPL-1.0", "LPL-1.02", "NASA-1.3", "Vim"]);
  });

  it("finds copyleft where spdx-copyleft does", () => {
    const without = fixture<string[]>("copyleft").filter(
      (id) => facts(id).conditions?.copyleft === "none",
    );
    expect(without).toEqual([]);
  });

  it("agrees with ScanCode on what is limited and what is copyleft, but for written reasons", () => {
    const limited = ["Source-available", "Free Restricted"];
    const copyleft = ["Copyleft", "Copyleft Limited"];
    const free = ["Permissive", "Public Domain"];
    const compared = Object.entries(fixture<Record<string, string>>("scancode-categories")).filter(
      ([id, category]) =>
        licenseFacts(id)?.grants != null && [...limited, ...copyleft, ...free].includes(category),
    );
    const disagreeing = compared.filter(([id, category]) => {
      const { conditions, limits } = facts(id);
      if (limited.includes(category)) return limits.length === 0;
      if (free.includes(category) && limits.length > 0) return true;
      return copyleft.includes(category) !== (conditions?.copyleft !== "none");
    });
    const unexplained = disagreeing.filter(([id]) => !REASONS.some(({ ids }) => ids.test(id)));
    expect(unexplained).toEqual([]);
    expect(compared.length).toBeGreaterThan(350);
    expect(disagreeing.length / compared.length).toBeLessThan(0.08);
  });
});

/** Where ScanCode's category says something else than we do, and why we keep to ours. */
const REASONS: readonly { readonly ids: RegExp; readonly why: string }[] = [
  {
    ids: /^(?:Artistic-|ClArtistic$|OGTSL$|OLDAP-1\.[1-4]$|Ruby$|gnuplot$|LPPL-)/,
    why: "Changed files must be renamed or marked, and may go under other terms: choosealicense.com sees no copyleft either.",
  },
  {
    ids: /^(?:OFL-1|CERN-OHL-1\.)/,
    why: "Adaptations stay under the licence (OFL 1.1, clause 5; CERN OHL 1.2, section 3.4): choosealicense.com says so of OFL-1.1.",
  },
  {
    ids: /^(?:JSON|MS-LPL|Zed)$/,
    why: "The text limits a freedom (purposes, platform, changes), which ScanCode's category leaves aside.",
  },
  {
    ids: /^(?:FDK-AAC|Eurosym|LiLiQ-P-1\.1)$/,
    why: "No clause keeps adaptations under the licence; the P of LiLiQ-P stands for permissive.",
  },
  {
    ids: /^BSD-3-Clause-No-Nuclear-Warranty$/,
    why: "Unlike its siblings it says not designed or intended, not: not licensed. A disclaimer.",
  },
];
