/** One sheet for light, dark, print and phones; colours keep a contrast of at least 4.5 to 1. */
export const style = `
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --paper: #ffffff; --line: #d0d7de; --band: #f3f5f7;
  --bar: #0072b2; --mark: #b35900; --link: #0a5ea8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --soft: #a6b0ba; --paper: #14181c; --line: #3a434c;
  --band: #1e242a; --bar: #56b4e9; --mark: #e69f00; --link: #7cc0ff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main, header, footer { max-width: 72rem; margin: 0 auto; padding: 0 1rem; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 2rem 0 .5rem; } h2 { margin: 3rem 0 .75rem; } h3 { margin: 1.5rem 0 .5rem; }
p, li { max-width: 46rem; } a { color: var(--link); } small, .soft { color: var(--soft); }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; } .skip:focus { left: 1rem; top: 1rem; background: var(--paper); padding: .5rem; }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; padding: 0; list-style: none; }
.warning { border-left: 4px solid var(--mark); background: var(--band); padding: .75rem 1rem; margin: 1rem 0; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; color: var(--soft); padding: .25rem 0; }
th, td { padding: .3rem .55rem; text-align: left; border-bottom: 1px solid var(--line); vertical-align: top; }
thead th { position: sticky; top: 0; background: var(--paper); vertical-align: bottom; } tbody th { font-weight: 600; }
.n { text-align: right; } td.n { white-space: nowrap; } thead th.n { max-width: 9rem; } td.remarks { min-width: 16rem; } tbody tr:nth-child(even) { background: var(--band); }
th button { font: inherit; font-weight: 600; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: inherit; }
th[aria-sort=ascending] button::after { content: " ▲"; } th[aria-sort=descending] button::after { content: " ▼"; }
input[type=search] { font: inherit; color: inherit; background: var(--paper); padding: .4rem .6rem; border: 1px solid var(--soft); border-radius: 4px; width: min(24rem, 100%); }
details { border-bottom: 1px solid var(--line); } summary { cursor: pointer; padding: .45rem .25rem; }
details > div { padding: 0 .25rem 1rem; }
.bars { display: grid; grid-template-columns: minmax(8rem, 14rem) 1fr 3.5rem; gap: .25rem .75rem; align-items: center; max-width: 40rem; margin: .5rem 0 1rem; }
.bar { height: .8rem; background: var(--band); border: 1px solid var(--line); } .bar i { display: block; height: 100%; background: var(--bar); }
table.lists ul { margin: 0; padding-left: 1rem; min-width: 12rem; } figure { margin: 1rem 0; } figure svg { max-width: 100%; height: auto; } .wide svg { max-width: none; }
.flag { color: var(--mark); font-weight: 600; } dl.facts { display: grid; grid-template-columns: auto 1fr; gap: .2rem 1rem; } dt { color: var(--soft); } dd { margin: 0; }
pre { overflow: auto; max-height: 30rem; background: var(--band); padding: 1rem; font-size: .8rem; }
@media (max-width: 30rem) { body { font-size: 15px; } h1 { font-size: 1.5rem; } .bars { grid-template-columns: 7.5rem 1fr 3rem; } th, td { padding: .3rem .4rem; } }
@media print { nav, .search, .skip { display: none; } details { break-inside: avoid; } .scroll { overflow: visible; } }
`;
