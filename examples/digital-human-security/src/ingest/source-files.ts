import type { Source } from "@vitalcore/domain";

/** A file of `data/`, and the source by which its values are cited. */
export interface SourceFile {
  readonly file: string;
  /** Its id stands in the `source` and in the `edition` of every observation from this file. */
  readonly source: Source;
}

function dataset(id: string, year: number, facts: Omit<Source, "id" | "type" | "issued">): Source {
  return { id, type: "dataset", issued: { "date-parts": [[year]] }, ...facts };
}

/** The seven files, by short name. Where each was found, and what was changed, is in data/SOURCES.md. */
export const sourceFiles: Readonly<Record<SourceName, SourceFile>> = {
  hdr: {
    file: "hdr2025_composite_indices_time_series.csv",
    source: dataset("hdr2025", 2025, {
      title: "Human Development Report 2025: all composite indices and components time series",
      publisher: "UNDP, Human Development Report Office",
      license: "CC-BY-3.0-IGO",
      URL: "https://hdr.undp.org/data-center",
    }),
  },
  sdg: {
    file: "unsd-sdg-series-2020.csv",
    source: dataset("sdg-2020-10", 2020, {
      title: "Global SDG Indicators Database, download of October 2020 by Open Numbers",
      publisher: "UN Statistics Division",
      license: "open with attribution, as the publisher states",
      URL: "https://unstats.un.org/sdgs/dataportal",
    }),
  },
  internet: {
    file: "owid-wdi-share-individuals-using-internet.csv",
    source: dataset("owid-wdi-2022", 2022, {
      title: "Share of individuals using the internet (WDI IT.NET.USER.ZS, from ITU)",
      publisher: "World Bank; chart data by Our World in Data",
      license: "CC-BY-4.0",
    }),
  },
  inform: {
    file: "inform-mid2018-v034.csv",
    source: dataset("inform-mid2018-v034", 2018, {
      title: "INFORM Risk Index, mid-2018 (v034)",
      publisher: "European Commission, Joint Research Centre",
      license: "CC-BY-4.0 (reuse policy of the Commission), as the publisher states",
    }),
  },
  conflict: {
    file: "ucdp-battle-related-deaths-v23.1.csv",
    source: dataset("ucdp-brd-23.1", 2023, {
      title: "UCDP Battle-related Deaths Dataset, version 23.1",
      publisher: "Uppsala Conflict Data Program",
      license: "CC-BY-4.0, as the publisher states",
    }),
  },
  refugees: {
    file: "unhcr-population-by-origin-year.csv",
    source: dataset("unhcr-2025-12", 2025, {
      title: "Refugee Population Statistics Database, summed by country of origin",
      publisher: "UNHCR",
      license: "CC-BY-4.0",
    }),
  },
  displaced: {
    file: "idmc-idps-conflict-violence.csv",
    source: dataset("idmc-2025-12", 2025, {
      title: "Internally displaced persons, conflict and violence",
      publisher: "Internal Displacement Monitoring Centre",
      license: "CC-BY-4.0",
    }),
  },
};

export type SourceName =
  | "hdr"
  | "sdg"
  | "internet"
  | "inform"
  | "conflict"
  | "refugees"
  | "displaced";
