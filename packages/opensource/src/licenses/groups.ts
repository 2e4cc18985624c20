import type { Limit } from "./license-facts.js";

/** Where the facts come from, for those who must say so. */
export const LICENSE_SOURCES: {
  readonly list: string;
  readonly exceptions: string;
  readonly osiApproved: string;
  readonly fsfLibre: string;
} = {
  list: "spdx-license-ids 3.0.24",
  exceptions: "spdx-exceptions 2.5.0",
  osiApproved: "spdx-license-list 6.12.0",
  fsfLibre: "@nodesecure/conformance 1.2.1",
};

/**
 * What the licences of the SPDX License List ask for, as data. The list is the one packaged in
 * spdx-license-ids 3.0.24; `OSI_APPROVED` and `FSF_LIBRE` are its flags `isOsiApproved` and
 * `isFsfLibre`, as packaged in spdx-license-list 6.12.0 and @nodesecure/conformance 1.2.1. The groups
 * are our reading of the licences, not legal advice; test/licenses.test.ts holds them against
 * choosealicense.com, the ScanCode LicenseDB and the Blue Oak Council's list.
 *
 * Terms: `notice` keep copyright and licence notices, `changes` mark what was changed, `source` give the
 * source with copies, `network` give it to users over a network too, `copyleft:<reach>`,
 * `patent:<grant or withheld>`.
 */
export interface LicenseGroup {
  readonly terms: string;
  /** Ids of the SPDX License List, separated by blanks. */
  readonly ids: string;
  /** What holds the freedoms back; none of these licences is approved by OSI. */
  readonly limits?: readonly Limit[];
}

/** Licences that grant all four freedoms. */
export const FREE_GROUPS: readonly LicenseGroup[] = [
  {
    terms: "",
    ids: `
      0BSD ANTLR-PD ANTLR-PD-fallback blessing CC-PDDC CC-PDM-1.0 diffmark DL-DE-ZERO-2.0 FSFUL
      GLWTPL Gutmann libselinux-1.0 LZMA-SDK-9.11-to-9.20 LZMA-SDK-9.22 MIT-0 NCBI-PD NIST-PD
      NIST-PD-TNT NLPL NTIA-PD PDDL-1.0 SAX-PD SAX-PD-2.0 SGP4 Unlicense Unlicense-libtelnet
      Unlicense-libwhirlpool WTFNMFPL WTFPL
    `,
  },
  {
    terms: "patent:withheld",
    ids: `
      CC0-1.0
    `,
  },
  {
    terms: "notice",
    ids: `
      AAL Adobe-2006 Adobe-Glyph Adobe-Utopia ADSL Afmparse ALGLIB-Documentation AMD-newlib AML
      AMPAS any-OSI any-OSI-perl-modules Apache-1.0 Apache-1.1 APAFML App-s2p Baekmuk
      bcrypt-Solar-Designer Beerware Bitstream-Charter Boehm-GC Boehm-GC-without-fee Borceux
      Brian-Gladman-2-Clause Brian-Gladman-3-Clause BSD-1-Clause BSD-2-Clause
      BSD-2-Clause-Darwin BSD-2-Clause-first-lines BSD-2-Clause-FreeBSD BSD-2-Clause-NetBSD
      BSD-2-Clause-pkgconf-disclaimer BSD-2-Clause-Views BSD-3-Clause BSD-3-Clause-acpica
      BSD-3-Clause-Attribution BSD-3-Clause-flex BSD-3-Clause-HP BSD-3-Clause-LBNL
      BSD-3-Clause-No-Nuclear-Warranty BSD-3-Clause-Open-MPI BSD-3-Clause-Sun BSD-3-Clause-Tso
      BSD-4-Clause BSD-4-Clause-Shortened BSD-4-Clause-UC BSD-4.3RENO BSD-4.3TAHOE
      BSD-Advertising-Acknowledgement BSD-Attribution-HPND-disclaimer BSD-Inferno-Nettverk
      BSD-Source-beginning-file BSD-Source-Code BSD-Systemics BSD-Systemics-W3Works BSL-1.0
      Buddy Caldera-no-preamble CAPEC-tou Catharon CDLA-Permissive-1.0 CFITSIO check-cvs Clips
      CMU-Mach CMU-Mach-nodoc CNRI-Jython CNRI-Python CNRI-Python-GPL-Compatible
      Cornell-Lossless-JPEG Cronyx Crossword curl cve-tou DEC-3-Clause DL-DE-BY-2.0 DOC
      DocBook-DTD DocBook-Schema DocBook-Stylesheet Dotseqn DRL-1.0 DRL-1.1 DSDP dtoa ECL-1.0
      EFL-1.0 EFL-2.0 eGenix Entessa EPICS etalab-2.0 EUDatagrid Fair FBM Ferguson-Twofish
      FreeBSD-DOC FSFAP FSFAP-no-warranty-disclaimer FSFULLR FSFULLRSD FSFULLRWD FTL Furuseth
      fwlw Game-Programming-Gems GD generic-xts Giftware Graphics-Gems HaskellReport HDF5
      hdparm HIDAPI HP-1986 HP-1989 HPND HPND-DEC HPND-doc HPND-doc-sell HPND-export-US
      HPND-export-US-acknowledgement HPND-export2-US HPND-Fenneberg-Livingston HPND-INRIA-IMAG
      HPND-Kevlin-Henney HPND-Markus-Kuhn HPND-merchantability-variant HPND-MIT-disclaimer
      HPND-Netrek HPND-Pbmplus HPND-sell-MIT-disclaimer-xserver HPND-sell-regexpr
      HPND-sell-variant HPND-sell-variant-MIT-disclaimer HPND-sell-variant-MIT-disclaimer-rev
      HPND-SMC HPND-UC HPND-UC-export-US IBM-pibs ICU IJG-short iMatix Inner-Net-2.0 Intel ISC
      ISC-Veillard jove JPNIC Kazlib Latex2e libtiff libutil-David-Nugent LOOP lsof
      Mackerras-3-Clause Mackerras-3-Clause-acknowledgment magaz man2html Martin-Birgmeier
      metamail Minpack MirOS MIT MIT-advertising MIT-Click MIT-CMU MIT-enna MIT-feh
      MIT-Festival MIT-Khronos-old MIT-Modern-Variant MIT-open-group MIT-STK MIT-testregex
      MIT-Wu MITNFA mpi-permissive mpich2 mplus MTLL Multics NAIST-2003 Naumen NCL NCSA
      Net-SNMP NetCDF NICTA-1.0 NIST-PD-fallback NLOD-1.0 NLOD-2.0 NRL NTP NTP-0 Nunit
      O-UDA-1.0 OAR ODC-By-1.0 OFFIS OGC-1.0 OGDL-Taiwan-1.0 OGL-Canada-2.0 OGL-UK-1.0
      OGL-UK-2.0 OGL-UK-3.0 OGTSL OLDAP-1.1 OLDAP-1.2 OLDAP-1.3 OLDAP-1.4 OLDAP-2.0 OLDAP-2.0.1
      OLDAP-2.1 OLDAP-2.2 OLDAP-2.2.1 OLDAP-2.2.2 OLDAP-2.3 OLDAP-2.4 OLDAP-2.5 OLDAP-2.6
      OLDAP-2.7 OLDAP-2.8 OML OpenMDW-1.0 OpenSSL OpenSSL-standalone OPL-UK-3.0 OSC-1.0 OSSP
      PADL PHP-3.0 PHP-3.01 pkgconf Plexus PostgreSQL PSF-2.0 psutils Python-2.0 Python-2.0.1
      Rdisc RSA-MD Ruby-pty Saxpath SchemeReport SGI-B-2.0 SGI-OpenGL SGMLUG-PM SL SMLNJ
      snprintf softSurfer Spencer-86 Spencer-94 Spencer-99 ssh-keyscan SSH-OpenSSH SSH-short
      SSLeay-standalone StandardML-NJ Sun-PPP Sun-PPP-2000 SunPro SWL swrule TCL TCP-wrappers
      TermReadKey TrustedQSL TTYP0 TU-Berlin-1.0 TU-Berlin-2.0 UCAR ulem UMich-Merit
      Unicode-3.0 Unicode-DFS-2015 Unicode-DFS-2016 UnixCrypt Vixie-Cron VSL-1.0 W3C
      W3C-19980720 W3C-20150513 w3m Widget-Workshop WordNet Wsuipa wwl X11
      X11-distribute-modifications-variant X11-no-permit-persons X11-swapped Xdebug-1.03 Xerox
      Xfig XFree86-1.1 xinetd xlock Xnet xpp Zend-2.0 ZPL-1.1 ZPL-2.0 ZPL-2.1
    `,
  },
  {
    terms: "notice changes",
    ids: `
      Artistic-1.0 Artistic-1.0-cl8 Artistic-1.0-Perl BSD-3-Clause-Modification
      BSD-Mark-Modifications bzip2-1.0.5 bzip2-1.0.6 ClArtistic CryptoSwift CrystalStacker Cube
      dvipdfm Eurosym gnuplot HPND-export-US-modify HTMLTIDY IJG Info-ZIP InnoSetup Jam
      Knuth-CTAN Leptonica Libpng libpng-1.6.35 libpng-2.0 LPPL-1.0 LPPL-1.1 Newsletr ngrep
      NIST-Software psfrag Ruby threeparttable xkeyboard-config-Zinoviev Zlib
      zlib-acknowledgement
    `,
  },
  {
    terms: "notice changes source",
    ids: `
      LPPL-1.2 LPPL-1.3a LPPL-1.3c
    `,
  },
  {
    terms: "notice patent:grant",
    ids: `
      BlueOak-1.0.0 BSD-2-Clause-Patent CDLA-Permissive-2.0 CECILL-B CERN-OHL-P-2.0 COIL-1.0
      MS-PL UPL-1.0
    `,
  },
  {
    terms: "notice changes patent:grant",
    ids: `
      AFL-1.1 AFL-1.2 AFL-2.0 AFL-2.1 AFL-3.0 Apache-2.0 Artistic-2.0 Condor-1.1 ECL-2.0
      ESA-PL-permissive-2.4 ImageMagick LiLiQ-P-1.1 MulanPSL-1.0 MulanPSL-2.0 OLFL-1.3 Pixar
      SHL-0.5 SHL-0.51
    `,
  },
  {
    terms: "notice patent:withheld",
    ids: `
      BSD-3-Clause-Clear
    `,
  },
  {
    terms: "notice changes patent:withheld",
    ids: `
      CC-BY-1.0 CC-BY-2.0 CC-BY-2.5 CC-BY-2.5-AU CC-BY-3.0 CC-BY-3.0-AT CC-BY-3.0-AU
      CC-BY-3.0-DE CC-BY-3.0-IGO CC-BY-3.0-NL CC-BY-3.0-US CC-BY-4.0
    `,
  },
  {
    terms: "notice copyleft:file",
    ids: `
      Arphic-1999 CDLA-Sharing-1.0 IPA OFL-1.0 OFL-1.0-no-RFN OFL-1.0-RFN OFL-1.1
      OFL-1.1-no-RFN OFL-1.1-RFN Ubuntu-font-1.0
    `,
  },
  {
    terms: "notice source copyleft:file patent:withheld",
    ids: `
      ODbL-1.0
    `,
  },
  {
    terms: "notice changes copyleft:strong patent:withheld",
    ids: `
      CC-BY-SA-1.0 CC-BY-SA-2.0 CC-BY-SA-2.0-UK CC-BY-SA-2.1-JP CC-BY-SA-2.5 CC-BY-SA-3.0
      CC-BY-SA-3.0-AT CC-BY-SA-3.0-DE CC-BY-SA-3.0-IGO CC-BY-SA-4.0
    `,
  },
  {
    terms: "copyleft:strong",
    ids: `
      CC-SA-1.0
    `,
  },
  {
    terms: "notice changes source copyleft:strong",
    ids: `
      CDL-1.0 CERN-OHL-1.1 CERN-OHL-1.2 D-FSL-1.0 GFDL-1.1 GFDL-1.1-no-invariants-only
      GFDL-1.1-no-invariants-or-later GFDL-1.1-only GFDL-1.1-or-later GFDL-1.2
      GFDL-1.2-no-invariants-only GFDL-1.2-no-invariants-or-later GFDL-1.2-only
      GFDL-1.2-or-later GFDL-1.3 GFDL-1.3-no-invariants-only GFDL-1.3-no-invariants-or-later
      GFDL-1.3-only GFDL-1.3-or-later GL2PS GPL-1.0 GPL-1.0-only GPL-1.0-or-later GPL-2.0
      GPL-2.0-only GPL-2.0-or-later LAL-1.2 LAL-1.3 Linux-man-pages-copyleft
      Linux-man-pages-copyleft-2-para Linux-man-pages-copyleft-var NGPL QPL-1.0
      QPL-1.0-INRIA-2004 SimPL-2.0 SMAIL-GPL TAPR-OHL-1.0 Vim
    `,
  },
  {
    terms: "notice source copyleft:file patent:grant",
    ids: `
      APL-1.0 BitTorrent-1.0 BitTorrent-1.1 CATOSL-1.1 CDDL-1.0 CDDL-1.1 CERN-OHL-W-2.0 CPL-1.0
      CUA-OPL-1.0 EPL-1.0 EPL-2.0 ErlPL-1.1 ESA-PL-weak-copyleft-2.4 FreeImage Interbase-1.0
      IPL-1.0 LiLiQ-R-1.1 LPL-1.0 LPL-1.02 Motosoto MPL-1.0 MPL-1.1 MPL-2.0
      MPL-2.0-no-copyleft-exception MS-RL NASA-1.3 Nokia NOSL NPL-1.0 NPL-1.1 OCLC-2.0
      OSET-PL-2.1 RSCPL SISSL SPL-1.0 SugarCRM-1.1.3 YPL-1.0 YPL-1.1 Zimbra-1.3 Zimbra-1.4
    `,
  },
  {
    terms: "notice source copyleft:file patent:grant network",
    ids: `
      APSL-1.0 APSL-1.1 APSL-1.2 APSL-2.0 CPAL-1.0 Watcom-1.0
    `,
  },
  {
    terms: "notice source copyleft:library",
    ids: `
      CECILL-C Frameworx-1.0 LGPLLR
    `,
  },
  {
    terms: "notice changes source copyleft:library",
    ids: `
      eCos-2.0 GPL-2.0-with-autoconf-exception GPL-2.0-with-bison-exception
      GPL-2.0-with-classpath-exception GPL-2.0-with-font-exception GPL-2.0-with-GCC-exception
      LGPL-2.0 LGPL-2.0-only LGPL-2.0-or-later LGPL-2.1 LGPL-2.1-only LGPL-2.1-or-later OCCT-PL
      wxWindows
    `,
  },
  {
    terms: "notice changes source copyleft:library patent:grant",
    ids: `
      GPL-3.0-with-autoconf-exception GPL-3.0-with-GCC-exception LGPL-3.0 LGPL-3.0-only
      LGPL-3.0-or-later
    `,
  },
  {
    terms: "notice changes source copyleft:strong patent:grant",
    ids: `
      CERN-OHL-S-2.0 copyleft-next-0.3.0 copyleft-next-0.3.1 ESA-PL-strong-copyleft-2.4 GPL-3.0
      GPL-3.0-only GPL-3.0-or-later LiLiQ-Rplus-1.1
    `,
  },
  {
    terms: "notice source copyleft:strong",
    ids: `
      CECILL-1.0 CECILL-1.1 CECILL-2.0 EUPL-1.0 Imlib2 Sleepycat TMate TOSL
    `,
  },
  {
    terms: "notice source copyleft:strong patent:grant",
    ids: `
      CECILL-2.1
    `,
  },
  {
    terms: "notice changes source copyleft:network patent:grant",
    ids: `
      AGPL-3.0 AGPL-3.0-only AGPL-3.0-or-later CAL-1.0 CAL-1.0-Combined-Work-Exception EUPL-1.1
      EUPL-1.2 NPOSL-3.0 OSL-1.0 OSL-1.1 OSL-2.0 OSL-2.1 OSL-3.0 RPL-1.1 RPL-1.5 RPSL-1.0
      UCL-1.0
    `,
  },
  {
    terms: "notice changes source copyleft:network",
    ids: `
      AGPL-1.0 AGPL-1.0-only AGPL-1.0-or-later
    `,
  },
];

/** On the list; rated neither by OSI nor by the FSF, and not read by us: nothing is said of them. */
export const UNRATED = `
  3D-Slicer-1.0 Abstyles AdaCore-doc Adobe-Display-PostScript Advanced-Cryptics-Dictionary
  AMDPLPA AML-glslang Artistic-dist Aspell-RU atc-game Bahyph Barr Bitstream-Vera BOLA-1.1
  Brian-Gladman-3-Clause-no-conversion BSD-2-Clause-pos-unchanged BSD-ask-to-endorse
  BSD-Protection BSD-Source-alt-GPL BSD-Source-Code-no-disclaimer Bugroff Caldera checkmk
  Community-Spec-1.0 DocBook-XML FDK-MPEG-H GCR-docs Glide Glulxe gSOAP-1.3b gtkbook HPND-Intel
  HPND-sell-variant-critical-systems hyphen-bulgarian IEC-Code-Components-EULA Informatica
  Intel-ACPI ISO-permission JasPer-2.0 JPL-image Kastrup Latex2e-translated-notice
  Linux-man-pages-1-para Linux-OpenIB LPD-document Lucida-Bitmap-Fonts mailprio MakeIndex
  McPhee-slideshow MIPS MMIXware MMPL-1.0.1 MPEG-SSG Mup MVT-1.1 NBPL-1.0 Noweb OpenPBS-2.3
  OpenVision OPL-1.0 OPUBL-1.0 ParaType-Free-Font-1.3 Parity-6.0.0 Parity-7.0.0 pnmstitch
  python-ldap Qhull radvd RHeCos-1.1 SCEA Sendmail Sendmail-8.23 Sendmail-Open-Source-1.1
  SGI-B-1.0 SGI-B-1.1 SISSL-1.2 SMPPL SNIA SOFA Soundex Symlinks TekHVC TGPPL-1.0 ThirdEye
  TORQUE-1.1 TPDL TPL-1.0 TTWL Unicode-TOU URT-RLE VOSTROM XSkat xzoom Zeeff
`;

/** `isOsiApproved`. */
export const OSI_APPROVED = `
  0BSD AAL AFL-1.1 AFL-1.2 AFL-2.0 AFL-2.1 AFL-3.0 AGPL-3.0 AGPL-3.0-only AGPL-3.0-or-later
  ALGLIB-Documentation Apache-1.1 Apache-2.0 APL-1.0 APSL-1.0 APSL-1.1 APSL-1.2 APSL-2.0
  Artistic-1.0 Artistic-1.0-cl8 Artistic-1.0-Perl Artistic-2.0 BlueOak-1.0.0 BSD-1-Clause
  BSD-2-Clause BSD-2-Clause-Patent BSD-3-Clause BSD-3-Clause-LBNL BSD-3-Clause-Open-MPI BSL-1.0
  CAL-1.0 CAL-1.0-Combined-Work-Exception CATOSL-1.1 CDDL-1.0 CECILL-2.1 CERN-OHL-P-2.0
  CERN-OHL-S-2.0 CERN-OHL-W-2.0 CNRI-Python CPAL-1.0 CPL-1.0 CUA-OPL-1.0 ECL-1.0 ECL-2.0
  EFL-1.0 EFL-2.0 Entessa EPL-1.0 EPL-2.0 EUDatagrid EUPL-1.1 EUPL-1.2 Fair Frameworx-1.0
  GPL-2.0 GPL-2.0-only GPL-2.0-or-later GPL-3.0 GPL-3.0-only GPL-3.0-or-later
  GPL-3.0-with-GCC-exception HPND ICU Intel IPA IPL-1.0 ISC Jam LGPL-2.0 LGPL-2.0-only
  LGPL-2.0-or-later LGPL-2.1 LGPL-2.1-only LGPL-2.1-or-later LGPL-3.0 LGPL-3.0-only
  LGPL-3.0-or-later LiLiQ-P-1.1 LiLiQ-R-1.1 LiLiQ-Rplus-1.1 LPL-1.0 LPL-1.02 LPPL-1.3c MirOS
  MIT MIT-0 MIT-Modern-Variant Motosoto MPL-1.0 MPL-1.1 MPL-2.0 MPL-2.0-no-copyleft-exception
  MS-PL MS-RL MulanPSL-2.0 Multics NASA-1.3 Naumen NCSA NGPL Nokia NPOSL-3.0 NTP OCLC-2.0
  OFL-1.1 OFL-1.1-no-RFN OFL-1.1-RFN OGTSL OLDAP-2.8 OLFL-1.3 OSC-1.0 OSET-PL-2.1 OSL-1.0
  OSL-2.0 OSL-2.1 OSL-3.0 PHP-3.0 PHP-3.01 PostgreSQL Python-2.0 QPL-1.0 RPL-1.1 RPL-1.5
  RPSL-1.0 RSCPL SimPL-2.0 SISSL Sleepycat SPL-1.0 UCL-1.0 Unicode-3.0 Unicode-DFS-2016
  Unlicense UPL-1.0 VSL-1.0 W3C W3C-20150513 Watcom-1.0 WordNet wxWindows Xnet Zlib ZPL-2.0
  ZPL-2.1
`;

/** `isFsfLibre: true`. */
export const FSF_LIBRE = `
  AFL-1.1 AFL-1.2 AFL-2.0 AFL-2.1 AFL-3.0 AGPL-1.0 AGPL-3.0 AGPL-3.0-only AGPL-3.0-or-later
  Apache-1.0 Apache-1.1 Apache-2.0 APSL-2.0 Artistic-2.0 BitTorrent-1.1 BSD-2-Clause
  BSD-2-Clause-FreeBSD BSD-2-Clause-NetBSD BSD-3-Clause BSD-3-Clause-Clear BSD-4-Clause BSL-1.0
  CC-BY-4.0 CC-BY-SA-4.0 CC0-1.0 CDDL-1.0 CECILL-2.0 CECILL-B CECILL-C ClArtistic Condor-1.1
  CPAL-1.0 CPL-1.0 ECL-2.0 eCos-2.0 EFL-2.0 EPL-1.0 EPL-2.0 EUDatagrid EUPL-1.1 EUPL-1.2 FSFAP
  FTL GFDL-1.1 GFDL-1.1-only GFDL-1.1-or-later GFDL-1.2 GFDL-1.2-only GFDL-1.2-or-later
  GFDL-1.3 GFDL-1.3-only GFDL-1.3-or-later gnuplot GPL-2.0 GPL-2.0-only GPL-2.0-or-later
  GPL-3.0 GPL-3.0-only GPL-3.0-or-later HPND IJG iMatix Imlib2 Intel IPA IPL-1.0 ISC LGPL-2.1
  LGPL-2.1-only LGPL-2.1-or-later LGPL-3.0 LGPL-3.0-only LGPL-3.0-or-later LPL-1.02 LPPL-1.2
  LPPL-1.3a MIT MPL-1.1 MPL-2.0 MS-PL MS-RL NCSA Nokia NOSL NPL-1.0 NPL-1.1 Nunit ODbL-1.0
  OFL-1.0 OFL-1.1 OLDAP-2.3 OLDAP-2.7 OpenSSL OSL-1.0 OSL-1.1 OSL-2.0 OSL-2.1 OSL-3.0 PHP-3.01
  Python-2.0 QPL-1.0 RPSL-1.0 Ruby SGI-B-2.0 SISSL Sleepycat SMLNJ SPL-1.0 StandardML-NJ
  Unlicense UPL-1.0 Vim W3C WTFPL X11 XFree86-1.1 xinetd YPL-1.1 Zend-2.0 Zimbra-1.3 Zlib
  ZPL-2.0 ZPL-2.1
`;

/**
 * Called non-free in the FSF's "Various Licenses and Comments about Them" (gnu.org/licenses/license-list);
 * APSL-1.0 and Aladdin also carry `isFsfLibre: false` on the SPDX list, the others are from memory.
 */
export const FSF_NON_FREE = `
  Aladdin APSL-1.0 Artistic-1.0 CPOL-1.02 Hippocratic-2.1 JSON NASA-1.3 RPL-1.1 RPL-1.5 Watcom-1.0
`;

/**
 * Deprecated ids and what the list says to write instead. Ids of the GNU family left it open whether
 * later versions are meant: write `-only` or `-or-later`.
 */
export const DEPRECATED: Readonly<Record<string, string>> = {
  "AGPL-1.0": "AGPL-1.0-only",
  "AGPL-3.0": "AGPL-3.0-only",
  "GFDL-1.1": "GFDL-1.1-only",
  "GFDL-1.2": "GFDL-1.2-only",
  "GFDL-1.3": "GFDL-1.3-only",
  "GPL-1.0": "GPL-1.0-only",
  "GPL-2.0": "GPL-2.0-only",
  "GPL-3.0": "GPL-3.0-only",
  "LGPL-2.0": "LGPL-2.0-only",
  "LGPL-2.1": "LGPL-2.1-only",
  "LGPL-3.0": "LGPL-3.0-only",
  "BSD-2-Clause-FreeBSD": "BSD-2-Clause",
  "BSD-2-Clause-NetBSD": "BSD-2-Clause",
  "bzip2-1.0.5": "bzip2-1.0.6",
  "eCos-2.0": "GPL-2.0-or-later WITH eCos-exception-2.0",
  "GPL-2.0-with-autoconf-exception": "GPL-2.0-only WITH Autoconf-exception-2.0",
  "GPL-2.0-with-bison-exception": "GPL-2.0-or-later WITH Bison-exception-2.2",
  "GPL-2.0-with-classpath-exception": "GPL-2.0-only WITH Classpath-exception-2.0",
  "GPL-2.0-with-font-exception": "GPL-2.0-only WITH Font-exception-2.0",
  "GPL-2.0-with-GCC-exception": "GPL-2.0-or-later WITH GCC-exception-2.0",
  "GPL-3.0-with-autoconf-exception": "GPL-3.0-only WITH Autoconf-exception-3.0",
  "GPL-3.0-with-GCC-exception": "GPL-3.0-only WITH GCC-exception-3.1",
  "Net-SNMP": "",
  Nunit: "",
  "StandardML-NJ": "SMLNJ",
  wxWindows: "LGPL-2.0-or-later WITH WxWindows-exception-3.1",
};
