/** The keywords of JSON Schema that our schemas use; any other in one of them is a reason to extend this. */
interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
}

const KEYWORDS = new Set(
  "$schema type const enum anyOf oneOf properties required additionalProperties propertyNames items minItems maxItems minLength maxLength pattern minimum exclusiveMinimum maximum format".split(
    " ",
  ),
);

/** Whether a value is of a JSON Schema: enough of draft 2020-12 for ours, so that tests need no library. */
export function matches(schema: JsonSchema, value: unknown): boolean {
  const strange = Object.keys(schema).find((keyword) => !KEYWORDS.has(keyword));
  if (strange !== undefined) throw new Error(`keyword ${strange}: expected one that matches() knows`);
  if (schema.type !== undefined && ![schema.type].flat().some((type) => isOf(type, value))) return false;
  if ("const" in schema && value !== schema.const) return false;
  if (schema.enum !== undefined && !schema.enum.includes(value)) return false;
  if (schema.anyOf !== undefined && !schema.anyOf.some((one) => matches(one, value))) return false;
  if (schema.oneOf !== undefined && schema.oneOf.filter((one) => matches(one, value)).length !== 1) return false;
  if (typeof value === "string") {
    const fits = value.length >= (schema.minLength ?? 0) && value.length <= (schema.maxLength ?? Infinity);
    return fits && new RegExp(schema.pattern ?? "", "u").test(value);
  }
  if (typeof value === "number") {
    const { minimum = -Infinity, exclusiveMinimum = -Infinity, maximum = Infinity } = schema;
    return value >= minimum && value > exclusiveMinimum && value <= maximum;
  }
  if (Array.isArray(value)) {
    const fits = value.length >= (schema.minItems ?? 0) && value.length <= (schema.maxItems ?? Infinity);
    return fits && value.every((item) => matches(schema.items ?? {}, item));
  }
  return typeof value === "object" && value !== null ? fieldsMatch(schema, value) : true;
}

function fieldsMatch(
  { properties = {}, required = [], additionalProperties = true, propertyNames = {} }: JsonSchema,
  value: object,
): boolean {
  if (!required.every((name) => name in value)) return false;
  return Object.entries(value).every(([name, field]) => {
    const own = properties[name] ?? additionalProperties;
    return matches(propertyNames, name) && (typeof own === "boolean" ? own : matches(own, field));
  });
}

function isOf(type: string, value: unknown): boolean {
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "integer") return Number.isInteger(value);
  return typeof value === type && value !== null && !Array.isArray(value);
}
