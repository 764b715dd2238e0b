import type { Site } from "./copy.ts";
import type { MarkupName } from "./markups/index.ts";

/** A page to be written: procedures, each in a markup, with the words around them. */
export interface Plan {
  readonly site: Site;
  readonly of: readonly (readonly [id: string, markup: MarkupName])[];
  readonly lead: string;
  /** Where it is not made from the goal. */
  readonly title?: string;
  /** A part of the page after the procedure, which is none. */
  readonly after?: string;
}

const page = (site: Site, markup: MarkupName, id: string, lead: string, after?: string): Plan => ({
  site,
  of: [[id, markup]],
  lead,
  ...(after === undefined ? {} : { after }),
});

/** A heading and a list under it: causes, signs, sizes, never steps. */
const list = (tag: "ol" | "ul", heading: string, ...entries: readonly string[]): string =>
  `<h3>${heading}</h3>\n<${tag}>\n${entries.map((entry) => `<li>${entry}</li>`).join("\n")}\n</${tag}>`;

/** The pages of each set, by what tells there what the steps are. Every written procedure is on one of them, three stand on two. */
export const PLAN: Readonly<Record<string, readonly Plan[]>> = {
  "json-ld": [
    page(
      "kitchen",
      "json-ld-recipe",
      "cook-rice-by-absorption",
      "Rice is easy once you stop looking at it. The lid does most of the work.",
    ),
    page(
      "kitchen",
      "json-ld-recipe-sections",
      "bake-soda-bread",
      "No yeast and no kneading: this is the loaf for days on which the bread bin turns out to be empty.",
      list(
        "ul",
        "Why it can go wrong",
        "A dense middle: too much handling.",
        "A bitter taste: more soda than the buttermilk can answer.",
        "A pale crust: an oven that runs cool.",
      ),
    ),
    page("kitchen", "json-ld-recipe-inline", "poach-eggs", "Freshness matters more than any trick with whirlpools."),
    page("plain", "json-ld-recipe-strings", "quick-pickle-red-onions", "A jar of these makes almost any lunch look planned."),
    page(
      "kitchen",
      "json-ld-recipe-nulls",
      "pate-a-crepes",
      "Chez nous, c'est le repas du dimanche soir, quand personne n'a envie de cuisiner.",
    ),
    page("clinic", "json-ld-howto", "treat-a-minor-burn", "This advice is for burns that redden the skin and are smaller than your palm."),
    page(
      "clinic",
      "json-ld-howto-directions",
      "stop-a-nosebleed",
      "Most nosebleeds look worse than they are and end within a quarter of an hour.",
      list("ul", "Common causes", "Dry air in heated rooms", "A cold or hay fever", "Medicines that thin the blood", "A knock on the nose"),
    ),
    page(
      "clinic",
      "json-ld-howto-controls",
      "measure-blood-pressure-at-home",
      "A single reading tells little. A week of readings at the same hour tells a lot.",
      list(
        "ol",
        "How the ranges are named",
        "Low: below 90 over 60",
        "Normal: up to 120 over 80",
        "Raised: up to 140 over 90",
        "High: above that",
      ),
    ),
    page("magazine", "json-ld-howto", "apply-sunscreen", "Most people use a third of what they should, and forget the ears."),
    page(
      "council",
      "json-ld-howto-junk",
      "prepare-a-small-claims-hearing",
      "You do not need a lawyer for a small claim, but you do need your papers in order.",
    ),
    page(
      "workshop",
      "json-ld-howto-junk",
      "affuter-un-couteau",
      "Un couteau émoussé est plus dangereux qu'un couteau tranchant : il glisse.",
    ),
    page(
      "workshop",
      "json-ld-howto-sections",
      "patch-a-hole-in-plasterboard",
      "A door handle went through the wall? It happens in the best of houses.",
    ),
    page(
      "workshop",
      "json-ld-howto-sections",
      "change-a-flat-tyre",
      "Practise once in your own yard. The first time should not be in the rain.",
      list(
        "ul",
        "Tyres in numbers",
        "1.6 mm of tread is the least that the law allows in many countries.",
        "A spare of the narrow kind is made for 80 km/h.",
        "Valves should be replaced along with the tyre.",
      ),
    ),
    page("magazine", "json-ld-howto-item-list", "tenir-una-camiseta", "Cada camiseta sale distinta, y ahí está la gracia."),
    {
      site: "plain",
      of: [["poach-eggs", "json-ld-recipe-html"]],
      lead: "Copied out from a blog that I like, so that I have it offline.",
      title: "Poach eggs without special tools (saved)",
    },
  ],
  embedded: [
    page("plain", "h-recipe", "brew-cold-coffee", "Less bitter than hot coffee that went cold, and it keeps for a week."),
    page("kitchen", "microdata-recipe", "tortilla-de-patatas", "Con cebolla o sin ella: en esta casa, con."),
    page("kitchen", "rdfa-recipe", "pesto-nel-mortaio", "Il frullatore scalda il basilico e lo annerisce; il mortaio no."),
    page(
      "clinic",
      "microdata-howto",
      "remove-a-tick",
      "The sooner a tick is out, the smaller the risk. Forget oil, matches and nail varnish.",
    ),
    page("workshop", "microdata-howto", "fahrradkette-reinigen", "Eine saubere Kette hält doppelt so lange und läuft leiser."),
    page("workshop", "rdfa-howto", "jump-start-a-car", "The order of the clamps is not a matter of taste: the last one may spark."),
    page("magazine", "microdata-sections", "print-a-linocut", "Lino is cheap, forgiving and smells of school. Begin small."),
    page(
      "magazine",
      "microdata-sections",
      "coltivare-cristalli-di-sale",
      "Serve poco materiale e molta pazienza: il bello arriva dopo settimane.",
    ),
  ],
  wordpress: [
    page(
      "kitchen",
      "recipe-maker",
      "schwaebischer-kartoffelsalat",
      "Ohne Mayonnaise, dafür schlonzig: So kam er bei meiner Tante auf den Tisch.",
    ),
    page("council", "yoast", "report-a-stolen-bicycle", "One bicycle in ten that is reported with its frame number finds its way back."),
    page(
      "plain",
      "yoast",
      "paint-a-flat-watercolour-wash",
      "The flat wash is the scale exercise of watercolour: dull to look at, good for everything that follows.",
      list(
        "ul",
        "Papers I have tried",
        "Cold pressed: easy",
        "Hot pressed: shows each hesitation",
        "Rough: sparkles, which is not what you want here",
      ),
    ),
    page("workshop", "yoast", "heizkoerper-entlueften", "Gluckert es im Heizkörper, oder wird er nur unten warm, dann ist Luft darin."),
    page("workshop", "rank-math", "repot-a-houseplant", "Roots that circle the pot or peep out below tell you that it is time."),
    page("magazine", "rank-math", "iron-a-dress-shirt", "Six minutes a shirt, if the cotton is damp and the order is right."),
    page("workshop", "rank-math", "recoudre-un-ourlet", "Un ourlet défait ne condamne pas le pantalon : une demi-heure suffit."),
  ],
  documentation: [
    page("docs", "docbook", "lock-out-a-machine", "This instruction applies to all machines with more than one source of energy."),
    page("docs", "docbook", "mount-a-grinding-wheel", "Only persons who have been instructed on abrasive wheels may do this work."),
    page("docs", "dita", "replace-a-laptop-drive", "An old laptop gains more from a solid-state drive than from any other part."),
    page("docs", "dita", "check-a-micrometer", "Check each micrometer monthly, and after every fall."),
    page(
      "docs",
      "mallard",
      "test-aa-batteries",
      "Voltage without a load says little: a tired battery still shows 1.5 V when nothing draws current.",
    ),
    page("docs", "mallard", "rauchmelder-pruefen", "Rauchmelder gehören einmal im Jahr geprüft, am besten immer im selben Monat."),
    page("docs", "asciidoc", "crimp-a-network-cable", "Both ends follow the same standard. Mixed ends make a crossover cable."),
    page("docs", "asciidoc", "inspect-a-forklift", "The inspection takes ten minutes and comes before the first load."),
    page(
      "docs",
      "sphinx",
      "measure-concrete-slump",
      "The slump tells how stiff a batch is. It is measured within five minutes of sampling.",
      list("ul", "Slump classes", "S1: 10 to 40 mm", "S2: 50 to 90 mm", "S3: 100 to 150 mm", "S4: 160 to 210 mm"),
    ),
    page("workshop", "wiki", "replace-a-bicycle-tube", "Patching is thrifty; replacing gets you home."),
    page("shop", "wiki", "make-stream-water-safe", "Clear water is not clean water. Heat is the one treatment that needs no faith."),
    page("workshop", "wiki", "sew-on-a-button", "A button with a shank of thread does not pull at the cloth, and stays on."),
    page("school", "wiki", "extract-strawberry-dna", "Strawberries carry eight copies of each chromosome, which makes them generous."),
  ],
  unmarked: [
    page("clinic", "numbered-paragraphs", "fill-a-pill-organizer", "Most mistakes happen when two boxes are open at once."),
    page("clinic", "ol", "tratar-un-esguince-leve", "Un tobillo torcido mejora en pocos días si se cuida desde el primer momento."),
    page("magazine", "step-headings", "polish-leather-shoes", "Good leather outlives fashion, if it is fed."),
    page(
      "plain",
      "ul",
      "wash-a-wool-sweater",
      "I ruined two before I learned it.",
      list("ol", "Fibres, from patient to fussy", "Lambswool", "Merino", "Alpaca", "Cashmere", "Angora"),
    ),
    page("council", "ol", "complain-about-a-faulty-product", "The seller, not the maker, has to answer for a product that fails early."),
    page("council", "bold-paragraphs", "document-a-rental-handover", "An hour with a form saves a quarrel about the deposit."),
    page("council", "step-headings", "dispute-a-card-payment", "Banks have to refund what you did not authorise, but deadlines are short."),
    page("council", "ol-paragraphs", "resilier-un-abonnement", "La lettre recommandée reste la preuve la plus simple à produire."),
    page("magazine", "ol", "prepare-for-a-job-interview", "Three evenings are enough if you know what each of them is for."),
    page(
      "forum",
      "numbered-lines",
      "study-with-spaced-flashcards",
      "I forget words as fast as I learn them. Has anybody made the box system work?",
    ),
    page(
      "plain",
      "numbered-headings",
      "ask-for-a-recommendation-letter",
      "I have been on both sides of this, and most of the awkwardness can be avoided.",
    ),
    page("school", "table", "plan-a-lesson", "Forty-five minutes are short. One question is enough to fill them."),
    page("plain", "ul", "bewerbungsmappe-zusammenstellen", "Fünf Anhänge öffnet niemand gern, eine Datei schon."),
    page(
      "workshop",
      "cards",
      "solder-a-through-hole-part",
      "A good joint looks like a small volcano: shiny, with sides that curve inwards.",
      list(
        "ul",
        "How joints look",
        "A ball: too little heat",
        "A dull, grainy skin: it moved while cooling",
        "A spike: the iron left too late",
      ),
    ),
    page(
      "plain",
      "numbered-paragraphs",
      "plantar-albahaca",
      "De una maceta del supermercado salen cinco, y ninguna se muere en una semana.",
    ),
    page(
      "plain",
      "cards",
      "sow-tomatoes-indoors",
      "Start eight weeks before the last frost, no earlier, however bright the first warm day looks.",
    ),
    page("plain", "numbered-headings", "pulire-la-moka", "Il caffè sa di bruciato? Spesso la colpa è del calcare."),
    page(
      "parish",
      "ol",
      "light-hanukkah-candles",
      "Written by the Jewish community for neighbours who were invited and would like to know what happens.",
    ),
    page(
      "parish",
      "ol-paragraphs",
      "make-an-advent-wreath",
      "Four candles count the weeks to Christmas. The wreath is made on the Saturday before the first Sunday.",
    ),
    page(
      "parish",
      "table",
      "arrange-a-seder-plate",
      "Families differ in the order of the plate. This is the one that hangs in our kitchen.",
    ),
    page("school", "ol", "make-a-cabbage-indicator", "The purple of red cabbage is a dye that changes with acidity."),
    page(
      "school",
      "step-headings",
      "find-density-by-displacement",
      "A stone has no edges that a ruler could measure, but it has a volume.",
    ),
    page(
      "school",
      "numbered-lines",
      "work-out-a-standard-deviation",
      "Machines do this in no time. Doing it once by hand shows what the number means.",
    ),
    page("school", "titled-cards", "build-a-pinhole-viewer", "A partial eclipse can be watched without any lens."),
    page(
      "magazine",
      "ol-paragraphs",
      "wax-cross-country-skis",
      "Ten minutes with the iron are worth a season of training, at least downhill.",
    ),
    page(
      "magazine",
      "cards",
      "fasciare-le-mani-per-la-boxe",
      "La fascia protegge le nocche e tiene fermo il polso; troppo stretta, però, fa danni.",
    ),
    page("shop", "step-headings", "pitch-a-dome-tent", "Pitch it once in a park before you need it in the dark."),
    page("shop", "titled-cards", "pack-a-carry-on", "Five days fit into a small bag. So do fourteen, if there is a sink."),
    page("shop", "ol", "inspect-a-rental-car", "Ten minutes at the counter can be worth the price of the whole rental."),
    page("shop", "ul", "plan-a-day-hike", "Most rescues begin with a late start."),
    page(
      "plain",
      "bold-paragraphs",
      "denunciar-la-perdida-del-pasaporte",
      "Perder el pasaporte no arruina un viaje, pero sí un día entero.",
    ),
    {
      site: "workshop",
      of: [["change-a-flat-tyre", "ol"]],
      lead: "From our print issue of last autumn, unchanged.",
      title: "From the archive: Change a flat car tyre at the roadside",
    },
    {
      site: "plain",
      of: [["remove-a-tick", "ol-paragraphs"]],
      lead: "Noted down for the summer camp.",
      title: "Remove an attached tick safely",
    },
  ],
  several: [
    {
      site: "old",
      title: "Two things about your car that nobody shows you",
      lead: "My nephew passed his test and did not know either of them, so here they are.",
      of: [
        ["check-engine-oil", "ol"],
        ["parallel-park", "ul"],
      ],
    },
    {
      site: "forum",
      title: "Bathroom jobs a tenant can do without a plumber?",
      lead: "The sink is slow, the tap drips, and the landlord does not answer.",
      of: [
        ["unclog-a-sink-with-a-plunger", "ol-paragraphs"],
        ["fix-a-dripping-tap", "numbered-lines"],
      ],
    },
    {
      site: "parish",
      title: "For guests: washing and visiting",
      lead: "Two short guides from two communities of this house.",
      of: [
        ["visit-a-gurdwara", "ul"],
        ["perform-wudu", "numbered-paragraphs"],
      ],
    },
    {
      site: "old",
      title: "Paper on a rainy afternoon",
      lead: "No screen needed. A folded sheet and a pencil go a long way.",
      of: [
        ["bind-a-pamphlet", "ol"],
        ["draw-a-room-in-one-point-perspective", "numbered-lines"],
      ],
    },
    {
      site: "magazine",
      title: "Three skills for the first month at the gym",
      lead: "You can learn each of them in an evening, and use them for life.",
      of: [
        ["tie-a-figure-eight-follow-through", "bold-paragraphs"],
        ["lift-a-deadlift", "ol"],
        ["run-an-interval-session", "cards"],
      ],
    },
  ],
};
