import { counted, many, withFile } from './shape.ts';
import type { Shape } from './shape.ts';

/** Components and classes with many members. */
export const componentShapes: readonly Shape[] = [
  { name: 'cdl: endpoints', make: (bytes) => withFile('t/Impl.cdl', `component t.Impl\nendpoints {\n${counted(bytes, (index) => `e${String(index)} : t.Ping\n`)}}\n`) },
  { name: 'cdl: endpoints of nothing', make: (bytes) => withFile('t/Impl.cdl', `component t.Impl\nendpoints {\n${counted(bytes, (index) => `e${String(index)} : t.X${String(index)}\n`)}}\n`) },
  { name: 'edl: components', make: (bytes) => withFile('t/Server.edl', `entity t.Server\ncomponents {\n${counted(bytes, (index) => `e${String(index)} : t.Impl\n`)}}\n`) },
  { name: 'edl: components of nothing', make: (bytes) => withFile('t/Server.edl', `entity t.Server\ncomponents {\n${counted(bytes, (index) => `e${String(index)} : t.X${String(index)}\n`)}}\n`) },
  { name: 'edl: one long dotted name', make: (bytes) => withFile('t/Server.edl', `entity t.Server\nsecurity ${many(bytes, 'abc.')}x`) },
  { name: 'edl: many endpoints', make: (bytes) => withFile('t/Server.edl', `entity t.Server\n${many(bytes, 'endpoints { } ')}`) },
]; // prettier-ignore
