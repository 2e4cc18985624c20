/** Whether a version is the one wanted: `^1.2.3` as npm reads it, or an exact version. */
export function isCompatible(version: string, wanted: string): boolean {
  if (!wanted.startsWith("^")) return version === wanted;
  const parse = (text: string) => text.split("-")[0]?.split(".").map(Number) ?? [];
  const [have, need] = [parse(version), parse(wanted.slice(1))];
  if (need.some((each) => !Number.isInteger(each))) return false;
  const fixed = need.findIndex((each) => each > 0);
  const first = fixed < 0 ? need.length - 1 : fixed;
  for (let i = 0; i < 3; i++) {
    const [is, least] = [have[i] ?? 0, need[i] ?? 0];
    if (i <= first && is !== least) return false;
    if (is !== least) return is > least;
  }
  return true;
}
