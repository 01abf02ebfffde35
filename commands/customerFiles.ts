/** A file to be written, relative to the project's folder. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

/** The longest name of a customer: with its stage it is the name of a stack, of which AWS shows people a part. */
export const longestCustomerName = 40;

/** Whether a new customer can be called so: it names files and stacks. */
export function isCustomerName(name: string): boolean {
  return name.length <= longestCustomerName && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name);
}

/** The stacks of a customer, dev first. */
export function stacksOf(customer: string): readonly [string, string] {
  return [`${customer}-dev`, `${customer}-prod`];
}

/**
 * A new customer's files, valid as they are: the knowledge file, to be filled in, a stack to try changes on and one that callers
 * reach, and the first scripted call. Nobody is named whom a call could reach, and the number is one that nobody has.
 */
export function customerFiles(customer: string, project: string): readonly NewFile[] {
  const [dev, prod] = stacksOf(customer);
  return [
    { path: `knowledge/${customer}.yaml`, text: knowledgeText(customer) },
    {
      path: `Pulumi.${dev}.yaml`,
      text: `# Where changes of ${customer} are tried first. Pulumi.yaml describes every key.
config:
  ${project}:customer: ${customer}
  ${project}:stage: dev
`,
    },
    {
      path: `Pulumi.${prod}.yaml`,
      text: `# What the callers of ${customer} reach. \`npm run promote -- ${dev} ${prod}\` writes what it runs; the rest is its own.
config:
  ${project}:customer: ${customer}
  ${project}:stage: prod
`,
    },
    { path: `simulator/calls/${customer}/firstCall.yaml`, text: callText(customer) },
  ];
}

function knowledgeText(customer: string): string {
  const title = customer.replace(
    /(^|-)(\w)/g,
    (_, gap: string, letter: string) => (gap === "" ? "" : " ") + letter.toUpperCase(),
  );
  return `# ${title}: what the phone agent knows, and all it may say. \`npm run knowledge -- check knowledge/${customer}.yaml\`
business:
  name: ${title} # as callers say it
  timezone: America/New_York # IANA name
  language: en-US
  phone: "+12125550100" # the number that callers dial; this one belongs to nobody
  # address: 12 Main Street, New York

hours: # a day left out is closed
  monday: 09:00-17:00
  tuesday: 09:00-17:00
  wednesday: 09:00-17:00
  thursday: 09:00-12:30, 13:30-17:00
  friday: 09:00-17:00

# holidays: # in place of the openings of that date
#   "2027-01-01": closed

# services:
#   - { id: first-visit, name: First visit, price: $60, minutes: 30, about: What is done and what it is good for. }

# faqs:
#   - { id: parking, question: Where can I park?, answer: There is free parking behind the house. }

# people: # the first is who a transfer calls; without any, callers who want a person leave a message
#   - { id: front-desk, name: the front desk, number: "+12125550101" }
`;
}

/** What it expects holds of every business, whatever is filled in afterwards. */
function callText(customer: string): string {
  return `# Whoever calls ${customer} is served, and nothing fails. Promotion refuses while a call in this folder does not pass, so write down
# here what callers of this business must get: simulator/calls has examples.
at: 2026-11-23T10:00:00-05:00
from: "+12125550123"
knowledge: ../../../knowledge/${customer}.yaml
caller:
  - says: When are you open on Monday?
  - says: Great, thanks, bye.
expect:
  outcome: /^(answered|transferred|voicemail)$/
  errors: []
`;
}
