// Draws media/icon.png, the extension's icon: a page of a plan with one figure marked and a tick.   node scripts/icon.js
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const size = 128;
const samples = 4; // a side: each pixel is the mean of 16 points

/** Signed distances, negative inside; coordinates in pixels. */
const box = (left, top, right, bottom, radius) => (x, y) => {
  const dx = Math.abs(x - (left + right) / 2) - (right - left) / 2 + radius;
  const dy = Math.abs(y - (top + bottom) / 2) - (bottom - top) / 2 + radius;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - radius;
};
const line = (x1, y1, x2, y2, width) => (x, y) => {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const t = Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length));
  return Math.hypot(x - x1 - t * (x2 - x1), y - y1 - t * (y2 - y1)) - width / 2;
};

/** Painted in this order. */
const shapes = [
  [box(4, 4, 124, 124, 26), [27, 58, 107]],
  [box(28, 20, 100, 108, 7), [250, 251, 253]],
  [box(38, 32, 72, 39, 3.5), [27, 58, 107]],
  [box(38, 49, 90, 55, 3), [176, 188, 208]],
  [box(38, 62, 56, 68, 3), [176, 188, 208]],
  [box(60, 58, 92, 72, 4), [255, 201, 71]],
  [box(65, 62, 87, 68, 3), [122, 84, 0]],
  [box(38, 75, 78, 81, 3), [176, 188, 208]],
  [box(38, 88, 62, 94, 3), [176, 188, 208]],
  [(x, y) => Math.hypot(x - 93, y - 95) - 23, [27, 58, 107]],
  [(x, y) => Math.hypot(x - 93, y - 95) - 19, [35, 145, 94]],
  [line(83, 96, 90, 103, 6), [255, 255, 255]],
  [line(90, 103, 103, 88, 6), [255, 255, 255]],
];

function pixel(px, py) {
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < samples * samples; i++) {
    const x = px + ((i % samples) + 0.5) / samples;
    const y = py + (Math.floor(i / samples) + 0.5) / samples;
    const color = shapes.findLast(([distance]) => distance(x, y) <= 0)?.[1];
    if (color === undefined) continue;
    color.forEach((part, channel) => (sum[channel] += part));
    sum[3]++;
  }
  const covered = Math.max(sum[3], 1);
  return [...sum.slice(0, 3).map((part) => Math.round(part / covered)), Math.round((sum[3] * 255) / samples ** 2)];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

const header = Buffer.alloc(13);
header.writeUInt32BE(size, 0);
header.writeUInt32BE(size, 4);
header.set([8, 6, 0, 0, 0], 8); // 8 bits a channel, red, green, blue and alpha
const rows = Buffer.concat(
  Array.from({ length: size }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: size }, (_, x) => pixel(x, y)).flat()]),
  ),
);
writeFileSync(
  new URL('../media/icon.png', import.meta.url),
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]),
);
