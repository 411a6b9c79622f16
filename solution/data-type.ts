/**
 * The type of a value in a message: an IDL type with names and constants resolved.
 *
 * Units: `limit` of string and bytes in bytes, of a sequence in elements.
 */
export type DataType =
  | { readonly kind: 'integer'; readonly bits: 8 | 16 | 32 | 64; readonly signed: boolean }
  | { readonly kind: 'string'; readonly limit: number }
  | { readonly kind: 'bytes'; readonly limit: number }
  | { readonly kind: 'array'; readonly element: DataType; readonly length: number }
  | { readonly kind: 'sequence'; readonly element: DataType; readonly limit: number }
  | { readonly kind: 'struct'; readonly name: string; readonly fields: readonly Parameter[] }
  | {
      readonly kind: 'union';
      readonly name: string;
      readonly members: readonly [Parameter, ...Parameter[]];
    }
  | { readonly kind: 'handle'; readonly interface: string | undefined }
  /** Its declaration is not there (C-45): any scalar may stand for it. */
  | { readonly kind: 'unmodelled'; readonly name: string };

/** A parameter of a method, a field of a struct, a member of a union. */
export interface Parameter {
  readonly name: string;
  readonly type: DataType;
}

/**
 * What a message of one direction of a method carries.
 *
 * Shape: `open` where the declaration is not known (C-06): other scalar parameters may be there.
 */
export interface MessageType {
  readonly parameters: readonly Parameter[];
  readonly open: boolean;
}
