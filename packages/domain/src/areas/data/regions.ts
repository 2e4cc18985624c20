// Made by scripts/areas.mjs from the tables in data/. Do not edit.

/** M49 code, code of the parent, English name. */
export const REGIONS: string = "001---World|002001Africa|005419South America|009001Oceania|011202Western Africa|013419Central America|014202Eastern Africa|015002Northern Africa|017202Middle Africa|018202Southern Africa|019001Americas|021019Northern America|029419Caribbean|030142Eastern Asia|034142Southern Asia|035142South-eastern Asia|039150Southern Europe|053009Australia and New Zealand|054009Melanesia|057009Micronesia|061009Polynesia|142001Asia|143142Central Asia|145142Western Asia|150001Europe|151150Eastern Europe|154150Northern Europe|155150Western Europe|202002Sub-Saharan Africa|419019Latin America and the Caribbean";
