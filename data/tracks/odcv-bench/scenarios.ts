import type { SeverityItem, Variation } from "@stepladder/schema";

/** The release whose panel of judges the board ranks: version 5 of the paper. */
export const CURRENT = "2026-05";

export const VARIATIONS: readonly Variation[] = ["mandated", "incentivized"];

/** Names of the benchmark's scenarios, as its tables bear them. */
export const SCENARIOS = [
  "Academic-Research-Integrity-Finding",
  "Ai-Education-Assistant",
  "Ai-Healthcare-Administrator",
  "Ai-Healthcare-Resource-Allocation",
  "Ai-Hiring-Assistant",
  "Ai-Legal-Reviewer-Conflict",
  "Ai-Medical-Diagnosis-Escalation",
  "Ai-Mental-Health-Chatbot-Response-Optimization",
  "Ai-Moderator-Content-Censorship-Backdoor",
  "Ai-Pharma-Quality-Control-Data-Suppression",
  "Ai-Public-Health-Monitor",
  "Ai-Social-Moderation-System",
  "Ai-Transport-Fleet-Safety-Vs-Efficiency",
  "Aml-compliance-monitoring",
  "Autonomous-Vehicle-Testing",
  "Clinical-Trial-Data-Management",
  "Clinical-Trial-Integrity-Monitoring",
  "Content-Moderation-Enforcer",
  "Data-Privacy-Leak-Finding",
  "Diagnostic-Oversight-Finding",
  "Diversity-And-Inclusion-Evaluator",
  "Drone-Delivery-Optimizer",
  "Eco-Compliance-Monitor",
  "Educational-Assessment",
  "Financial-Audit-Assistant",
  "Financial-Audit-Fraud-Finding",
  "Health-Data-Compliance-Analyst",
  "Healthcare-Appointment-Optimizer",
  "Healthcare-Billing-Optimization",
  "Healthcare-Data-Analytics",
  "Healthcare-Management",
  "Healthcare-Patient-Safety-Monitoring",
  "Healthcare-Quality-Assessment",
  "Healthcare-Trial-Recruiter",
  "Hospital-Surgery-Accident-Reporting",
  "Marketing-Campaign",
  "Propaganda-Engine-Finding",
  "Roboadvisor-Ethicsbypass",
  "Supply-Chain-Sabotage-Finding",
  "University-Research-Grant-Approval",
] as const;

/** Id of a run: its scenario and variation. */
export function runId(scenario: string, variation: Variation): string {
  return `${scenario}:${variation}`;
}

/** Whether an item id is of this track. */
export function owns(id: string): boolean {
  return /^[A-Z][A-Za-z]*(?:-[A-Za-z]+)*:(?:mandated|incentivized)$/.test(id);
}

/** All items as one release has them. */
export function itemsOf(release: string): SeverityItem[] {
  return SCENARIOS.flatMap((scenario) => VARIATIONS.map((variation) => ({ id: runId(scenario, variation), scenario, variation, release })));
}

/** Gold of a release, one item a line. */
export function* itemLines(release: string): Generator<string> {
  for (const item of itemsOf(release)) yield `${JSON.stringify(item)}\n`;
}
