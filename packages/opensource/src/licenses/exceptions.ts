import type { Limit } from "./license-facts.js";

/** Ids of the SPDX list of licence exceptions, as packaged in spdx-exceptions 2.5.0. */
const EXCEPTIONS = `
  389-exception Asterisk-exception Autoconf-exception-2.0 Autoconf-exception-3.0
  Autoconf-exception-generic Autoconf-exception-generic-3.0 Autoconf-exception-macro
  Bison-exception-1.24 Bison-exception-2.2 Bootloader-exception Classpath-exception-2.0
  CLISP-exception-2.0 cryptsetup-OpenSSL-exception DigiRule-FOSS-exception eCos-exception-2.0
  Fawkes-Runtime-exception FLTK-exception fmt-exception Font-exception-2.0
  freertos-exception-2.0 GCC-exception-2.0 GCC-exception-2.0-note GCC-exception-3.1
  Gmsh-exception GNAT-exception GNOME-examples-exception GNU-compiler-exception
  gnu-javamail-exception GPL-3.0-interface-exception GPL-3.0-linking-exception
  GPL-3.0-linking-source-exception GPL-CC-1.0 GStreamer-exception-2005 GStreamer-exception-2008
  i2p-gpl-java-exception KiCad-libraries-exception LGPL-3.0-linking-exception
  libpri-OpenH323-exception Libtool-exception Linux-syscall-note LLGPL LLVM-exception
  LZMA-exception mif-exception Nokia-Qt-exception-1.1 OCaml-LGPL-linking-exception
  OCCT-exception-1.0 OpenJDK-assembly-exception-1.0 openvpn-openssl-exception
  PS-or-PDF-font-exception-20170817 QPL-1.0-INRIA-2004-exception Qt-GPL-exception-1.0
  Qt-LGPL-exception-1.1 Qwt-exception-1.0 SANE-exception SHL-2.0 SHL-2.1 stunnel-exception
  SWI-exception Swift-exception Texinfo-exception u-boot-exception-2.0 UBDL-exception
  Universal-FOSS-exception-1.0 vsftpd-openssl-exception WxWindows-exception-3.1
  x11vnc-openssl-exception
`;

/**
 * Exceptions that let works link to, or be made with, the licensed one without coming under its licence:
 * a strong copyleft reaches only as far as a library's. Our reading.
 */
const LINKING = `
  Autoconf-exception-2.0 Autoconf-exception-3.0 Autoconf-exception-generic
  Autoconf-exception-generic-3.0 Autoconf-exception-macro Bison-exception-1.24 Bison-exception-2.2
  Classpath-exception-2.0 CLISP-exception-2.0 eCos-exception-2.0 Fawkes-Runtime-exception
  FLTK-exception Font-exception-2.0 GCC-exception-2.0 GCC-exception-2.0-note GCC-exception-3.1
  GNAT-exception GNU-compiler-exception gnu-javamail-exception GPL-3.0-interface-exception
  GPL-3.0-linking-exception GPL-3.0-linking-source-exception i2p-gpl-java-exception
  LGPL-3.0-linking-exception Libtool-exception Linux-syscall-note LLGPL
  mif-exception OCaml-LGPL-linking-exception OpenJDK-assembly-exception-1.0
  Qt-LGPL-exception-1.1 Qwt-exception-1.0 Swift-exception Texinfo-exception u-boot-exception-2.0
  WxWindows-exception-3.1
`;

/** Exceptions that take something away besides what they add. */
const RESTRICTING: Readonly<Record<string, Limit>> = {
  "freertos-exception-2.0": {
    kind: "field-of-use",
    freedoms: ["use"],
    statement: "Not for comparisons with other products without permission (clause 2).",
  },
};

/** What an exception changes. */
export interface ExceptionFacts {
  readonly id: string;
  /** A strong copyleft reaches only as far as a library's. */
  readonly linking: boolean;
  readonly limit?: Limit;
}

function words(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}

const SPELLING: ReadonlyMap<string, string> = /* @__PURE__ */ new Map(
  /* @__PURE__ */ words(EXCEPTIONS).map((id) => [id.toLowerCase(), id]),
);

/** All ids of exceptions that are known here. */
export function listedExceptionIds(): readonly string[] {
  return [...SPELLING.values()];
}

/** What is known of an exception, found whatever its case; `undefined` if it is not on the list. */
export function exceptionFacts(id: string): ExceptionFacts | undefined {
  const listed = SPELLING.get(id.toLowerCase());
  if (listed === undefined) return undefined;
  return {
    id: listed,
    linking: words(LINKING).includes(listed),
    ...(Object.hasOwn(RESTRICTING, listed) && { limit: RESTRICTING[listed] as Limit }),
  };
}
