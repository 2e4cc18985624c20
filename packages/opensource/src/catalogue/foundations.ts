import type { Solution } from "../solution.js";

// What much else stands on, among it the projects that UNDP (2025) names.

/** curl: Moves data over networks; part of almost everything that does. */
export const curl: Solution = {
  id: "curl",
  name: "curl",
  kind: "software",
  summary: "Moves data over networks; part of almost everything that does.",
  license: "curl",
  sourceAvailable: true,
  dimensions: ["economic"],
  threats: ["cyberattack-critical-infrastructure", "open-source-fragility"],
  groups: ["individuals"],
  standards: ["HTTP", "TLS 1.3"],
  dpg: {
    status: "unknown",
    seen: null,
    evidence: null,
  },
  website: "https://curl.se",
  repository: "https://github.com/curl/curl",
  evidence: [
    {
      url: "https://github.com/curl/curl/blob/master/COPYING",
      supports: ["license"],
    },
  ],
  verified: false,
  note: "Named in UNDP (2025). Licence seen; status in the registry not looked up.",
};

/** Jitsi Meet: Video meetings on one's own server. */
export const jitsiMeet: Solution = {
  id: "jitsi-meet",
  name: "Jitsi Meet",
  kind: "software",
  summary: "Video meetings on one's own server.",
  license: "Apache-2.0",
  sourceAvailable: true,
  dimensions: ["personal", "community"],
  threats: ["privacy-risk", "vendor-lock-in"],
  groups: ["communities"],
  offline: "no",
  standards: ["WebRTC", "XMPP"],
  dpg: {
    status: "unknown",
    seen: null,
    evidence: null,
  },
  website: "https://jitsi.org",
  repository: "https://github.com/jitsi/jitsi-meet",
  evidence: [],
  verified: false,
};

/** Linux: The kernel of the operating system that most web servers run. */
export const linux: Solution = {
  id: "linux",
  name: "Linux",
  kind: "software",
  summary: "The kernel of the operating system that most web servers run.",
  license: "GPL-2.0-only WITH Linux-syscall-note",
  sourceAvailable: true,
  dimensions: ["economic", "community"],
  threats: ["cyberattack-critical-infrastructure", "vendor-lock-in"],
  groups: ["individuals"],
  offline: "yes",
  standards: ["POSIX"],
  dpg: {
    status: "unknown",
    seen: null,
    evidence: null,
  },
  website: "https://www.kernel.org",
  repository: "https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git",
  evidence: [],
  verified: false,
  note: "Named in UNDP (2025). Parts of the tree are under other licences that are compatible.",
};

/** Nextcloud: Files, calendars and collaboration on one's own server. */
export const nextcloud: Solution = {
  id: "nextcloud",
  name: "Nextcloud",
  kind: "software",
  summary: "Files, calendars and collaboration on one's own server.",
  license: "AGPL-3.0-or-later",
  sourceAvailable: true,
  dimensions: ["personal", "political"],
  threats: ["privacy-risk", "vendor-lock-in", "loss-of-digital-sovereignty"],
  groups: ["communities"],
  offline: "partly",
  standards: ["WebDAV", "CalDAV"],
  dpg: {
    status: "unknown",
    seen: null,
    evidence: null,
  },
  website: "https://nextcloud.com",
  repository: "https://github.com/nextcloud/server",
  evidence: [],
  verified: false,
};

/** OpenFn: Connects the systems of governments and aid organizations with each other. */
export const openfn: Solution = {
  id: "openfn",
  name: "OpenFn",
  kind: "software",
  summary: "Connects the systems of governments and aid organizations with each other.",
  license: "LGPL-3.0-or-later",
  sourceAvailable: true,
  dimensions: ["health", "economic"],
  threats: ["vendor-lock-in", "lack-of-basic-services"],
  groups: ["people-in-developing-countries"],
  standards: ["FHIR", "OpenAPI"],
  dpg: {
    status: "unknown",
    seen: null,
    evidence: null,
  },
  website: "https://www.openfn.org",
  repository: "https://github.com/OpenFn/lightning",
  evidence: [],
  verified: false,
};

/** OpenSSL: Encrypts connections, from bank transfers to private messages. */
export const openssl: Solution = {
  id: "openssl",
  name: "OpenSSL",
  kind: "software",
  summary: "Encrypts connections, from bank transfers to private messages.",
  license: "Apache-2.0",
  sourceAvailable: true,
  dimensions: ["economic", "personal"],
  threats: ["cyberattack-critical-infrastructure", "data-breach"],
  groups: ["individuals"],
  offline: "yes",
  standards: ["TLS 1.3", "X.509"],
  dpg: {
    status: "unknown",
    seen: null,
    evidence: null,
  },
  website: "https://www.openssl.org",
  repository: "https://github.com/openssl/openssl",
  evidence: [],
  verified: false,
  note: "Named in UNDP (2025). Apache-2.0 since version 3.0; before that the OpenSSL licence.",
};

/** Python: A programming language much used for science, data and services. */
export const python: Solution = {
  id: "python",
  name: "Python",
  kind: "software",
  summary: "A programming language much used for science, data and services.",
  license: "PSF-2.0",
  sourceAvailable: true,
  dimensions: ["economic"],
  threats: ["tech-brain-drain", "vendor-lock-in"],
  groups: ["skilled-technologists", "youth"],
  offline: "yes",
  dpg: {
    status: "unknown",
    seen: null,
    evidence: null,
  },
  website: "https://www.python.org",
  repository: "https://github.com/python/cpython",
  evidence: [],
  verified: false,
  note: "Named in UNDP (2025). The licence of the whole stack is listed as Python-2.0.",
};
