import type { Solution } from "../solution.js";
import {
  inasafe,
  metNorwayWeatherApi,
  openstreetmap,
  openweathermap,
  qgis,
  sahanaEden,
  smos,
} from "./environment.js";
import { curl, jitsiMeet, linux, nextcloud, openfn, openssl, python } from "./foundations.js";
import {
  bahmni,
  commcare,
  communityHealthToolkit,
  dhis2,
  gnuHealth,
  ihris,
  openelisGlobal,
  openlmis,
  openmrs,
  opensrp,
  sormas,
} from "./health.js";
import {
  h5p,
  kobotoolbox,
  kolibri,
  moodle,
  odk,
  sunbird,
  wikidata,
  wikipedia,
} from "./learning.js";
import {
  apacheFineract,
  farmos,
  mojaloop,
  mosip,
  openg2p,
  openimis,
  openspp,
  xRoad,
} from "./livelihood.js";
import {
  ckan,
  decidim,
  glific,
  globaleaks,
  iverify,
  opencrvs,
  primero,
  rapidpro,
  securedrop,
  signal,
  torBrowser,
  ushahidi,
} from "./rights.js";

export type {
  DpgRegistration,
  DpgStatus,
  Solution,
  SolutionEvidence,
  SolutionKind,
} from "../solution.js";
export {
  inasafe,
  metNorwayWeatherApi,
  openstreetmap,
  openweathermap,
  qgis,
  sahanaEden,
  smos,
} from "./environment.js";
export { curl, jitsiMeet, linux, nextcloud, openfn, openssl, python } from "./foundations.js";
export {
  bahmni,
  commcare,
  communityHealthToolkit,
  dhis2,
  gnuHealth,
  ihris,
  openelisGlobal,
  openlmis,
  openmrs,
  opensrp,
  sormas,
} from "./health.js";
export {
  h5p,
  kobotoolbox,
  kolibri,
  moodle,
  odk,
  sunbird,
  wikidata,
  wikipedia,
} from "./learning.js";
export {
  apacheFineract,
  farmos,
  mojaloop,
  mosip,
  openg2p,
  openimis,
  openspp,
  xRoad,
} from "./livelihood.js";
export {
  ckan,
  decidim,
  glific,
  globaleaks,
  iverify,
  opencrvs,
  primero,
  rapidpro,
  securedrop,
  signal,
  torBrowser,
  ushahidi,
} from "./rights.js";

/**
 * Well-known digital public goods and other solutions, those named in UNDP (2025) included, each with what is
 * true of it today. Import single ones by name to pay only for them.
 *
 * Licences and statuses of records with `verified: true` were seen in the stored entry of the registry of the
 * Digital Public Goods Alliance that the record links to; the entry may have changed since, for solutions are
 * reviewed every year. Where the registry writes a GNU licence without saying whether later versions are
 * meant, `-only` is recorded. `verified: false` means that licence or status is from memory. Dimensions,
 * threats and groups are our judgement; threats and groups are ids of the vocabulary of `@vitalcore/domain`.
 *
 * @example
 * ```ts
 * import { catalogue, openweathermap } from "@vitalcore/opensource/catalogue";
 * catalogue.length >= 40; // => true
 * openweathermap.kind; // => "service"
 * ```
 */
export const catalogue: readonly Solution[] = [
  apacheFineract,
  bahmni,
  ckan,
  commcare,
  communityHealthToolkit,
  curl,
  decidim,
  dhis2,
  farmos,
  glific,
  globaleaks,
  gnuHealth,
  h5p,
  ihris,
  inasafe,
  iverify,
  jitsiMeet,
  kobotoolbox,
  kolibri,
  linux,
  metNorwayWeatherApi,
  mojaloop,
  moodle,
  mosip,
  nextcloud,
  odk,
  opencrvs,
  openelisGlobal,
  openfn,
  openg2p,
  openimis,
  openlmis,
  openmrs,
  openspp,
  opensrp,
  openssl,
  openstreetmap,
  openweathermap,
  primero,
  python,
  qgis,
  rapidpro,
  sahanaEden,
  securedrop,
  signal,
  smos,
  sormas,
  sunbird,
  torBrowser,
  ushahidi,
  wikidata,
  wikipedia,
  xRoad,
];
