// Makes one HTML file of the page: script and style inside, nothing loaded from elsewhere.
//   node build.mjs            writes dist/threat-browser.html
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = fileURLToPath(new URL("./", import.meta.url));

/** The page as text. */
export async function page() {
  const { outputFiles } = await build({
    entryPoints: [`${folder}src/app.ts`],
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    conditions: ["@vitalcore/source"],
    write: false,
  });
  // The end of a script element must not occur inside it.
  const script = outputFiles[0].text.replaceAll("</script", "<\\/script");
  return readFileSync(`${folder}src/page.html`, "utf8")
    .replace("/* style */", () => readFileSync(`${folder}src/page.css`, "utf8"))
    .replace("/* script */", () => script);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  mkdirSync(`${folder}dist`, { recursive: true });
  const html = await page();
  writeFileSync(`${folder}dist/threat-browser.html`, html);
  console.log(`dist/threat-browser.html, ${Math.round(html.length / 1000)} kB`);
}
