/** The modules by path below src/areas/data/. */
export function areaModules(): Record<string, string>;
