import { type Envelope, type Fields, fault, fieldsOf, idIn, type Plain } from "./envelope.ts";

/**
 * A run of HELM: `scenario_state.json`. Instances that are perturbed are other questions than gold's and are left out; training trials,
 * and several completions of one, are repeats.
 */
export const helmRun: Envelope = {
  id: "helm-run",
  title: "scenario_state.json of HELM: the completions of each instance, training trials as repeats",
  accepts: ({ adapter_spec, request_states }) => fieldsOf(adapter_spec) !== undefined && Array.isArray(request_states),
  open:
    () =>
    ({ request_states }) => {
      const states = (request_states as readonly unknown[]).map((state) => fieldsOf(state) ?? {});
      const repeated = states.some(({ train_trial_index: trial }) => typeof trial === "number" && trial > 0);
      return states.flatMap((state, i) => read(state, `request_states[${i}]`, repeated));
    },
};

function read({ instance, train_trial_index: trial = 0, result }: Fields, under: string, repeated: boolean): readonly Plain[] {
  const { id: given, perturbation } = fieldsOf(instance) ?? {};
  if (perturbation !== undefined && perturbation !== null) return [];
  const id = idIn(given, `${under}.instance.id`, "let the scenario give its instances the ids of gold");
  if (!Number.isSafeInteger(trial) || (trial as number) < 0) {
    throw fault(`${under}.train_trial_index`, "a whole number from 0", trial, "give the file as HELM wrote it", id);
  }
  const completions = fieldsOf(result)?.completions;
  const texts = Array.isArray(completions) ? completions.map((one) => fieldsOf(one)?.text) : [];
  if (texts.length === 0 || !texts.every((text) => typeof text === "string")) {
    throw fault(`${under}.result.completions`, "completions with text", result, "give the file of a run that has ended", id);
  }
  const first = (trial as number) * texts.length;
  const single = !repeated && texts.length === 1;
  return texts.map((output, i) => ({ id, ...(single ? {} : { sample: first + i }), output }));
}
