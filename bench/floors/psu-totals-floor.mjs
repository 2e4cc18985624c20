/**
 * The floor: one plain loop over typed arrays with Neumaier sums of w and w*y in every unit. What a mean with its
 * error costs at least.
 */
export function psuTotals(psu, weight, y, units) {
  const w = new Float64Array(units);
  const wLost = new Float64Array(units);
  const wy = new Float64Array(units);
  const wyLost = new Float64Array(units);
  const n = new Float64Array(units);
  for (let i = 0; i < psu.length; i++) {
    const u = psu[i];
    const a = weight[i];
    const b = a * y[i];
    n[u] += 1;
    let sum = w[u];
    let next = sum + a;
    wLost[u] += Math.abs(sum) >= Math.abs(a) ? sum - next + a : a - next + sum;
    w[u] = next;
    sum = wy[u];
    next = sum + b;
    wyLost[u] += Math.abs(sum) >= Math.abs(b) ? sum - next + b : b - next + sum;
    wy[u] = next;
  }
  for (let u = 0; u < units; u++) {
    w[u] += wLost[u];
    wy[u] += wyLost[u];
  }
  return { n, w, wy };
}
