import { nearest } from "@vitalcore/core";
import { listedExceptionIds } from "../licenses/exceptions.js";
import { listedLicenseIds } from "../licenses/license-facts.js";

/** What people call licences in prose, without blanks, punctuation and filling words. */
const SPOKEN: Readonly<Record<string, string>> = {
  affero3: "AGPL-3.0-only",
  affero3orlater: "AGPL-3.0-or-later",
  agpl3: "AGPL-3.0-only",
  agpl3orlater: "AGPL-3.0-or-later",
  apache: "Apache-2.0",
  apache2: "Apache-2.0",
  apache20: "Apache-2.0",
  apachesoftware: "Apache-2.0",
  apachesoftware20: "Apache-2.0",
  asl20: "Apache-2.0",
  boost: "BSL-1.0",
  boostsoftware: "BSL-1.0",
  bsd: "BSD-3-Clause",
  bsd2: "BSD-2-Clause",
  bsd3: "BSD-3-Clause",
  bsl11: "BUSL-1.1",
  businesssource: "BUSL-1.1",
  businesssource11: "BUSL-1.1",
  cc0: "CC0-1.0",
  ccby: "CC-BY-4.0",
  ccbysa: "CC-BY-SA-4.0",
  creativecommonsattribution40: "CC-BY-4.0",
  creativecommonsattributionsharealike40: "CC-BY-SA-4.0",
  eclipse20: "EPL-2.0",
  eclipsepublic10: "EPL-1.0",
  eclipsepublic20: "EPL-2.0",
  elastic20: "Elastic-2.0",
  gnuafferogeneralpublic3: "AGPL-3.0-only",
  gnugeneralpublic2: "GPL-2.0-only",
  gnugeneralpublic3: "GPL-3.0-only",
  gnugpl3: "GPL-3.0-only",
  gnulessergeneralpublic21: "LGPL-2.1-only",
  gnulessergeneralpublic3: "LGPL-3.0-only",
  gpl: "GPL-2.0-or-later",
  gpl2: "GPL-2.0-only",
  gpl2orlater: "GPL-2.0-or-later",
  gpl3: "GPL-3.0-only",
  gpl3orlater: "GPL-3.0-or-later",
  lgpl: "LGPL-2.1-or-later",
  lgpl21: "LGPL-2.1-only",
  lgpl3: "LGPL-3.0-only",
  mitx11: "MIT",
  modifiedbsd: "BSD-3-Clause",
  mozillapublic20: "MPL-2.0",
  mpl2: "MPL-2.0",
  mpl20: "MPL-2.0",
  newbsd: "BSD-3-Clause",
  python: "Python-2.0",
  simplifiedbsd: "BSD-2-Clause",
  unlicensed: "NONE",
  x11mit: "MIT",
};

function spoken(text: string): string {
  return text
    .toLowerCase()
    .replace(/\b(?:the|licen[cs]es?|licen[cs]ed|version|ver|clause|under)\b/g, "")
    .replace(/\bv\.?(?=\d)/g, "")
    .replace(/(?<=[a-z])v(?=\d)/g, "")
    .replace(/[^a-z0-9]/g, "");
}

/**
 * The id of the SPDX License List that was probably meant. For prose ("The Apache License, Version 2.0") and
 * for misspelt ids. Only ever a suggestion: nothing is read as something else silently.
 */
export function suggestLicense(text: string): string | undefined {
  const key = spoken(text);
  if (Object.hasOwn(SPOKEN, key)) return SPOKEN[key];
  const bare = key.replace(/(?<=[23])0$/, "");
  if (Object.hasOwn(SPOKEN, bare)) return SPOKEN[bare];
  const ids = listedLicenseIds();
  return ids.find((id) => spoken(id) === key) ?? nearest(text, ids);
}

/** The exception that was probably meant. */
export function suggestException(text: string): string | undefined {
  return nearest(text, listedExceptionIds());
}
