/** Who depends on whom, by the references of the document. */
export class DependencyGraph {
  private readonly uses = new Map<string, string[]>();

  add(from: string, to: string): void {
    const targets = this.uses.get(from);
    if (targets === undefined) this.uses.set(from, [to]);
    else targets.push(to);
  }

  /** Fewest steps from any of the roots, breadth first; circles are walked once. */
  depthsFrom(roots: Iterable<string>): ReadonlyMap<string, number> {
    const depths = new Map<string, number>();
    let level = new Set(roots);
    for (let depth = 0; level.size > 0; depth++) {
      const next = new Set<string>();
      for (const ref of level) depths.set(ref, depth);
      for (const ref of level) {
        for (const target of this.uses.get(ref) ?? []) if (!depths.has(target)) next.add(target);
      }
      level = next;
    }
    return depths;
  }
}
