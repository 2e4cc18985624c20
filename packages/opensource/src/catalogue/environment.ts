import type { Solution } from "../solution.js";

// Environment: weather, hazards, maps, relief.

/** InaSAFE: Works out what a flood, earthquake or other hazard would do, for planning. */
export const inasafe: Solution = {
  id: "inasafe",
  name: "InaSAFE",
  kind: "software",
  summary: "Works out what a flood, earthquake or other hazard would do, for planning.",
  license: "GPL-3.0-only",
  sourceAvailable: true,
  dimensions: ["environmental"],
  threats: ["natural-disaster", "flooding"],
  groups: ["communities"],
  offline: "yes",
  standards: ["OGC WMS", "OGC WFS", "OGC WCS", "GeoPackage"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/00e1503ac776a8f96ea7e8d276cbbeb9f18ffc18/docs/dpg/inasafe/index.json",
  },
  website: "https://inasafe.org",
  repository: "https://github.com/inasafe/inasafe",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/00e1503ac776a8f96ea7e8d276cbbeb9f18ffc18/docs/dpg/inasafe/index.json",
      supports: ["license", "dpg", "standards"],
    },
  ],
  verified: true,
};

/** MET Norway Weather API: Ten-day weather forecasts for any place, as open data. */
export const metNorwayWeatherApi: Solution = {
  id: "met-norway-weather-api",
  name: "MET Norway Weather API",
  kind: "data",
  summary: "Ten-day weather forecasts for any place, as open data.",
  license: "CC-BY-4.0",
  sourceAvailable: null,
  dimensions: ["environmental", "food"],
  threats: ["natural-disaster", "flooding", "drought", "climate-change"],
  groups: ["farmers", "people-in-developing-countries"],
  standards: ["GeoJSON", "OpenAPI"],
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence:
      "https://github.com/DPGAlliance/publicgoods-api/blob/685d99ba7d36ef31654ee1c1a636bc4078ae802f/docs/dpg/met-norway-weather-api/index.json",
  },
  website: "https://developer.yr.no",
  evidence: [
    {
      url: "https://github.com/DPGAlliance/publicgoods-api/blob/685d99ba7d36ef31654ee1c1a636bc4078ae802f/docs/dpg/met-norway-weather-api/index.json",
      supports: ["license", "dpg", "standards"],
    },
  ],
  verified: true,
  note: "The forecasts are open data; the service that delivers them is run by the institute.",
};

/** OpenStreetMap: A map of the world that everybody can edit and use. */
export const openstreetmap: Solution = {
  id: "openstreetmap",
  name: "OpenStreetMap",
  kind: "data",
  summary: "A map of the world that everybody can edit and use.",
  license: "ODbL-1.0",
  sourceAvailable: true,
  dimensions: ["environmental", "community"],
  threats: ["natural-disaster", "lack-of-basic-services"],
  groups: ["communities", "people-in-remote-areas"],
  offline: "partly",
  dpg: {
    status: "registered",
    seen: "2026-11-21",
    evidence: "https://wikimedia.it/news/wikipedia-e-un-bene-pubblico-digitale",
  },
  website: "https://www.openstreetmap.org",
  evidence: [
    {
      url: "https://wikimedia.it/news/wikipedia-e-un-bene-pubblico-digitale",
      supports: ["dpg"],
    },
  ],
  verified: false,
  note: "Offline with apps that keep extracts. Status seen in a press release; licence from memory.",
};

/** OpenWeatherMap: Weather data and forecasts over an API, with free and paid plans. */
export const openweathermap: Solution = {
  id: "openweathermap",
  name: "OpenWeatherMap",
  kind: "service",
  summary: "Weather data and forecasts over an API, with free and paid plans.",
  license: "LicenseRef-OpenWeather-terms",
  sourceAvailable: false,
  dimensions: ["environmental"],
  threats: ["natural-disaster", "climate-change"],
  offline: "no",
  dpg: {
    status: "not-registered",
    seen: null,
    evidence: null,
  },
  website: "https://openweathermap.org",
  evidence: [
    {
      url: "https://openweathermap.org/faq",
      supports: ["nature"],
    },
  ],
  verified: false,
  note: "UNDP (2025) lists it among open source tools. It is a commercial service behind API keys and subscriptions, not open source software; that it is not registered is from memory.",
};

/** QGIS: Makes and analyses maps, on the desk and on a server. */
export const qgis: Solution = {
  id: "qgis",
  name: "QGIS",
  kind: "software",
  summary: "Makes and analyses maps, on the desk and on a server.",
  license: "GPL-2.0-or-later",
  sourceAvailable: true,
  dimensions: ["environmental", "community"],
  threats: ["natural-disaster", "environmental-degradation", "climate-change"],
  groups: ["communities"],
  offline: "yes",
  standards: ["OGC WMS", "OGC WFS", "OGC WCS", "GeoPackage"],
  dpg: {
    status: "unknown",
    seen: null,
    evidence: null,
  },
  website: "https://qgis.org",
  repository: "https://github.com/qgis/QGIS",
  evidence: [
    {
      url: "https://github.com/qgis/QGIS/blob/master/README.md",
      supports: ["license", "standards"],
    },
  ],
  verified: false,
  note: "Named in UNDP (2025). Licence seen in the README; status in the registry not looked up.",
};

/** Sahana Eden: Coordinates relief: people, places, supplies, shelters. */
export const sahanaEden: Solution = {
  id: "sahana-eden",
  name: "Sahana Eden",
  kind: "software",
  summary: "Coordinates relief: people, places, supplies, shelters.",
  license: "MIT",
  sourceAvailable: true,
  dimensions: ["environmental", "community"],
  threats: ["natural-disaster", "forced-displacement"],
  groups: ["internally-displaced", "refugees"],
  dpg: {
    status: "unknown",
    seen: null,
    evidence: null,
  },
  website: "https://sahanafoundation.org",
  repository: "https://github.com/sahana/eden",
  evidence: [],
  verified: false,
};

/** SMOS satellite data: Soil moisture and ocean salinity measured from space by ESA. */
export const smos: Solution = {
  id: "smos",
  name: "SMOS satellite data",
  kind: "data",
  summary: "Soil moisture and ocean salinity measured from space by ESA.",
  license: "LicenseRef-ESA-data-terms",
  sourceAvailable: null,
  dimensions: ["food", "environmental"],
  threats: ["drought", "food-insecurity", "climate-change"],
  groups: ["farmers"],
  standards: ["NetCDF", "BUFR"],
  dpg: {
    status: "not-registered",
    seen: null,
    evidence: null,
  },
  website: "https://earth.esa.int/eogateway/missions/smos",
  evidence: [
    {
      url: "https://smos-diss.eo.esa.int/smos/faq.html",
      supports: ["nature", "standards"],
    },
  ],
  verified: false,
  note: "UNDP (2025) calls it open source satellite data. It is data, free and open to registered users under ESA's terms; not open source software, and under no licence of the SPDX list.",
};
