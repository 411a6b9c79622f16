import type { JsonValue } from '../reports/json-value.ts';

/** Only the shape is said here; a value without functions is JSON. */
export const asJson = (value: object): JsonValue => JSON.parse(JSON.stringify(value)) as JsonValue;
