/** One message of a trace, in words. */
export interface Told {
  readonly role: string;
  readonly text: string;
}

export type Fields = Readonly<Record<string, unknown>>;

export function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}

/** Whether a record is a message: somebody speaks, calls a tool, or both. */
export function isMessage(value: unknown): value is Fields {
  const fields = fieldsOf(value);
  if (typeof fields?.role !== "string") return false;
  const { content, tool_calls: calls } = fields;
  return typeof content === "string" || Array.isArray(content) || content === null || Array.isArray(calls);
}

/** A message with its thoughts, its words and the tools that it calls, in this order, one below the other. */
export function told(message: Fields, attachments: Fields | undefined): Told {
  const {
    role,
    content,
    name,
    function: tool,
    tool_calls: calls,
    function_call: call,
    reasoning,
    reasoning_content: thoughts,
    error,
  } = message;
  const lines = [
    ...[reasoning, thoughts].flatMap((text) => (typeof text === "string" && text !== "" ? [`[thinks] ${text}`] : [])),
    ...partsOf(content),
    ...(Array.isArray(calls) ? calls : call === undefined || call === null ? [] : [call]).map(callText),
    ...(error === undefined || error === null ? [] : [`[error] ${fieldsOf(error)?.message ?? plain(error)}`]),
  ];
  const whose = [name, tool].find((one) => typeof one === "string" && one !== "");
  return {
    role: whose === undefined ? String(role) : `${role} ${whose}`,
    text: lines.map((line) => attached(line, attachments)).join("\n") || "(says nothing)",
  };
}

function partsOf(content: unknown): string[] {
  if (typeof content === "string") return content === "" ? [] : [content];
  if (!Array.isArray(content)) return [];
  return content.map((part: unknown) => {
    if (typeof part === "string") return part;
    const fields = fieldsOf(part) ?? {};
    const { type, text, reasoning, thinking, content: inner } = fields;
    if (typeof text === "string") return text;
    const thought = [reasoning, thinking].find((one) => typeof one === "string");
    if (thought !== undefined) return `[thinks] ${thought}`;
    if (type === "tool_use") return callText(fields);
    if (type === "tool_result") return partsOf(inner).join("\n");
    return `[${typeof type === "string" ? type : "a part of no known kind"}]`;
  });
}

/** A call as code would write it; the layouts of OpenAI, of Inspect and of Anthropic. */
function callText(call: unknown): string {
  const { function: target, name, arguments: own, input } = fieldsOf(call) ?? {};
  const inner = fieldsOf(target);
  const called = inner?.name ?? (typeof target === "string" ? target : name);
  const given = inner?.arguments ?? own ?? input ?? {};
  return `[calls] ${plain(called ?? "a tool without a name")}(${plain(given)})`;
}

function plain(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

const ATTACHMENT = /attachment:\/\/([0-9a-f]{32})/g;

/** Inspect keeps long text once and names it by its hash. */
function attached(text: string, attachments: Fields | undefined): string {
  if (attachments === undefined || !text.includes("attachment://")) return text;
  return text.replace(ATTACHMENT, (whole, name: string) => {
    const kept = Object.hasOwn(attachments, name) ? attachments[name] : undefined;
    return typeof kept === "string" ? kept : whole;
  });
}
