import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const scss = readFileSync(join(__dirname, '../../miniapp/src/app.scss'), 'utf8');

/** The colours that a theme's mixin declares: `{ ink: '#1d1b19', … }`. */
function coloursOf(theme: string): Record<string, string> {
  const block = new RegExp(`@mixin ${theme}-colours \\{([^}]+)\\}`).exec(scss)?.[1] ?? '';
  const found = [...block.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)];
  return Object.fromEntries(found.map(([, name, colour]) => [name, colour]));
}

/** WCAG 2: relative luminance of an sRGB colour. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one = '', other = ''): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const inks = ['ink', 'ink-2', 'ink-3', 'brand', 'sea', 'leaf', 'sun'];
const pairs = [
  ...inks.flatMap((ink) => [
    [ink, 'page'],
    [ink, 'card'],
  ]),
  ...['brand', 'sea', 'leaf', 'sun'].map((tone) => [tone, `${tone}-tint`]),
  ['on-brand', 'brand'],
] as [string, string][];

describe.each(['light', 'dark'])('%s', (theme) => {
  const colours = coloursOf(theme);
  test.each(pairs)('%s on %s can be read (≥ 4.5)', (text, ground) => {
    expect(contrast(colours[text], colours[ground])).toBeGreaterThanOrEqual(4.5);
  });
});
