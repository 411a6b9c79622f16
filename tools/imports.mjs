// @ts-check
/** `npm run imports`: the direction of imports, over every room that is there. */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** @type {string[]} */
const rooms = JSON.parse(readFileSync(join(root, 'tools', 'rooms.json'), 'utf8'));
const there = [...rooms, 'examples'].filter((room) => existsSync(join(root, room)));
const cruiser = join('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
const args = [cruiser, '--config', '.dependency-cruiser.cjs', ...there];
const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
process.exitCode = status ?? 1;
