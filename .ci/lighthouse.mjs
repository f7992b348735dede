// Lighthouse on five pages of a running demonstration, as a phone. See "Lighthouse" in src/docs/usability.md.
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';

const address = process.argv[2] ?? 'http://localhost:8080';
const user = process.argv[3] ?? 'focal-point.kg';
const wanted = { performance: 95, accessibility: 100, 'best-practices': 95 };

const cookies = new Map();
async function get(path, form) {
  const answer = await fetch(address + path, {
    method: form ? 'POST' : 'GET', redirect: 'manual', body: form && new URLSearchParams(form),
    headers: { cookie: [...cookies].map(([k, v]) => `${k}=${v}`).join('; '), accept: 'text/html' } });
  for (const one of answer.headers.getSetCookie()) cookies.set(...one.split(';')[0].split(/=(.*)/s));
  return answer;
}

const page = await (await get('/sign-in?lang=ru')).text();
await get('/sign-in', { username: user, password: 'accord-demo', _csrf: /name="_csrf" value="([^"]+)"/.exec(page)[1] });
const inbox = await (await get('/?view=group&lang=ru')).text();
const task = /href="(\/tasks\/[^"]+)"/.exec(inbox)[1];
const cases = await (await get('/cases')).text();
const pages = ['/sign-in?lang=ru', '/?view=group', task, /href="(\/cases\/[A-Z][^"/]+)"/.exec(cases)[1], '/board'];

const chrome = await launch({ chromePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', chromeFlags: ['--headless=new', '--no-sandbox'] });
let missed = 0;
for (const path of pages) {
  const cookie = path.startsWith('/sign-in') ? '' : [...cookies].map(([k, v]) => `${k}=${v}`).join('; ');
  const look = () => lighthouse(address + path, { port: chrome.port, onlyCategories: Object.keys(wanted),
    extraHeaders: cookie ? { Cookie: cookie } : {}, disableStorageReset: true, logLevel: 'error' });
  let { lhr } = await look();
  if (lhr.categories.performance.score === null) ({ lhr } = await look()); // a browser just started may see no paint
  const scores = Object.keys(wanted).map(one => [one, Math.round(lhr.categories[one].score * 100)]);
  console.log(path.split('?')[0].replace(/[0-9a-f-]{36}/, '<id>').padEnd(24), scores.map(([k, v]) => `${k} ${v}`).join('  '),
    ' LCP', lhr.audits['largest-contentful-paint'].displayValue, ' TBT', lhr.audits['total-blocking-time'].displayValue);
  for (const [one, score] of scores) if (score < wanted[one]) {
    missed++;
    for (const ref of lhr.categories[one].auditRefs) {
      const audit = lhr.audits[ref.id];
      if (ref.weight > 0 && audit.score !== null && audit.score < 0.9) console.log('   ', one, ref.id, audit.score, audit.displayValue ?? audit.title);
    }
  }
}
await chrome.kill();
process.exit(missed ? 1 : 0);
