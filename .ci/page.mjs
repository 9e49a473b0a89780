// node page.mjs TOOLS BROWSER PAGES SHOTS OUT: what `.ci/page` does in the browser.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [, , tools, executablePath, pages, shots, out] = process.argv;
const from = createRequire(join(tools, "package.json"));
const { chromium } = from("playwright-core");
const axe = readFileSync(from.resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
let looks = 0;
let failures = 0;
const hold = (truth, what) => {
  if (truth) return;
  failures += 1;
  console.error(`page: ${what}`);
};

// A page in a window of its own, without a network; what it says on its console is a failure.
const opened = async (name, options, act) => {
  const context = await browser.newContext({ acceptDownloads: true, offline: true, ...options });
  const page = await context.newPage();
  page.on("console", (message) => hold(false, `${name}: the console says ${message.text()}`));
  page.on("pageerror", (error) => hold(false, `${name}: ${error}`));
  page.on("dialog", (dialog) => { hold(false, `${name}: a dialog says ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => {
    const known = /^(file|data|blob):/.test(request.url());
    hold(known, `${name}: it asks for ${request.url()}`);
  });
  await page.goto(`file://${join(pages, `${name}.html`)}`);
  await act(page);
  await context.close();
};

// What no reader should meet, in the state in which the page is.
const look = async (page, name) => {
  looks += 1;
  await page.screenshot({ path: join(shots, `${name}.png`) });
  // Through the protocol's own evaluation, which no policy of the page stops.
  const found = await page.evaluate(`${axe}; axe.run(document, { resultTypes: ["violations"] }).then((result) =>
    result.violations.filter((one) => ["serious", "critical"].includes(one.impact))
      .map((one) => one.id + " × " + one.nodes.length + ": " + one.nodes[0].html.slice(0, 160)))`);
  hold(found.length === 0, `${name}: ${found.join(" | ")}`);
  const wide = await page.evaluate("document.documentElement.scrollWidth > innerWidth");
  hold(!wide, `${name}: it is wider than the window`);
  const hit = await page.evaluate("String(window.hit) + document.documentElement.className");
  hold(hit === "undefined", `${name}: somebody else's script ran`);
};

const sizes = { phone: [360, 740], tablet: [768, 1024], laptop: [1280, 720], lying: [740, 360] };
// Each page in each size, and light and dark where the other differs.
const tries = { english: ["light", "dark"], vietnamese: ["dark"], hostile: ["light"], contrast: ["light"] };
for (const [name, schemes] of Object.entries(tries)) {
  for (const [size, [width, height]] of Object.entries(sizes)) {
    for (const colorScheme of size === "phone" || size === "laptop" ? schemes : schemes.slice(0, 1)) {
      await opened(name, { viewport: { width, height }, colorScheme }, async (page) => {
        for (const view of ["picture", "table", "list"]) {
          await page.click(`[data-show=${view}]`);
          await look(page, `${name}-${size}-${colorScheme}-${view}`);
        }
        await page.locator(".respond").first().click();
        await look(page, `${name}-${size}-${colorScheme}-detail`);
        await page.click("#close");
        await page.click("#answer");
        await look(page, `${name}-${size}-${colorScheme}-reply`);
      });
    }
  }
}

// On a phone the title, the bar and the map are on the first screen.
for (const name of ["english", "vietnamese"]) {
  await opened(name, { viewport: { width: 360, height: 740 } }, async (page) => {
    const box = await page.locator("#list").boundingBox();
    hold(box.y < 740 / 5, `${name}: the list begins ${Math.round(box.y)} below the top of a phone`);
    const step = await page.locator(".step h3").first().boundingBox();
    hold(step.y < 740, `${name}: the first step is ${Math.round(step.y)} below the top of a phone`);
    await page.evaluate("scrollTo(0, 3000)");
    hold((await page.locator(".views").boundingBox()).y >= 0, `${name}: the bar scrolls away`);
  });
}

// By keyboard alone: answer a step and a card, keep it over a reload, search, save the reply.
await opened("english", { viewport: { width: 360, height: 740 } }, async (page) => {
  const focus = () => page.evaluate("document.activeElement.id || document.activeElement.className");
  const press = (...keys) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  // From the top: past the way to the list and the views to search and filter.
  await press("Tab");
  hold((await focus()) === "skip", "the first stop is the way to the list");
  await press("Tab", "Tab", "Tab", "Tab");
  hold((await focus()) === "more", `search and filter come after the views, not ${await focus()}`);
  await press("Enter");
  hold((await focus()) === "find", "search opens and has the keyboard");
  await page.keyboard.type("adviser");
  hold(/\d/.test(await page.textContent("#found")), "search says how much it found");
  await press("Escape", "Escape");
  hold((await focus()) === "more", `Escape leaves the search, not to ${await focus()}`);

  await page.locator(".step .respond").first().focus();
  await press("Enter");
  hold((await focus()) === "detail-name", "the answer opens at its name");
  await press("Tab", "Tab", "Space", "ArrowRight", "Tab", "Tab");
  await page.keyboard.type("Waited <b>two days</b>");
  await press("Escape");
  hold((await focus()) === "respond", "closing goes back to where it was opened");
  await page.locator(".cards .respond").first().focus();
  await press("Enter", "Tab", "Tab", "Space", "Escape");
  await page.reload();
  hold((await page.textContent("#answers")) === "3", "what was answered is kept over a reload");
  await page.locator("#answer").focus();
  await press("Enter");
  await page.keyboard.type("Lan <script>");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save")]);
  await download.saveAs(join(out, "reply.txt"));
  hold(download.suggestedFilename().endsWith(".reply.txt"), `the reply is called ${download.suggestedFilename()}`);
});

// The picture by keyboard: from card to card, into one and back, and zoom.
await opened("vietnamese", { viewport: { width: 1280, height: 720 } }, async (page) => {
  await page.focus("#canvas");
  for (const key of ["ArrowRight", "ArrowDown", "ArrowDown", "Enter"]) await page.keyboard.press(key);
  hold((await page.textContent("#detail-name")).trim() !== "", "a card opens from the picture");
  await page.keyboard.press("Escape");
  hold((await page.evaluate("document.activeElement.id")) === "canvas", "closing goes back to the picture");
  const seen = () => page.getAttribute("#canvas svg", "viewBox");
  const before = await seen();
  await page.keyboard.press("+");
  hold((await seen()) !== before, "+ zooms");
  await page.keyboard.press("/");
  await page.keyboard.type("cho lau");
  hold(/[1-9]/.test(await page.textContent("#found")), "without marks it finds words with marks");
  hold((await page.evaluate("document.querySelectorAll('svg .dim').length")) > 0, "what doesn't match is dimmed");
});

// On paper everything is there.
await opened("english", { viewport: { width: 360, height: 740 } }, async (page) => {
  await page.emulateMedia({ media: "print" });
  hold(await page.locator("#picture svg").isVisible() && await page.locator("#list").isVisible(), "paper shows both");
  hold(!(await page.locator("#answer").isVisible()), "paper has no buttons");
  const file = await page.pdf({ path: join(shots, "print.pdf"), preferCSSPageSize: true });
  hold(file.length > 10_000, "it prints");
});

await browser.close();
writeFileSync(join(out, "report"), `${looks} looks in Chromium without a serious finding, by keyboard, nothing hostile ran`);
if (failures > 0) process.exit(1);
