/** Words that pages put around a procedure, by language. */
export interface Words {
  readonly need: string;
  readonly tools: string;
  readonly ingredients: string;
  readonly method: string;
  readonly step: string;
  readonly part: string;
  readonly home: string;
  readonly search: string;
  readonly related: string;
  readonly popular: string;
  readonly comments: string;
  readonly reply: string;
  readonly share: string;
  readonly previous: string;
  readonly next: string;
  readonly newsletter: string;
  readonly replies: readonly (readonly [who: string, what: string])[];
}

export const WORDS: Readonly<Record<string, Words>> = {
  en: {
    need: "You will need",
    tools: "Tools",
    ingredients: "Ingredients",
    method: "Method",
    step: "Step",
    part: "Part",
    home: "Home",
    search: "Search",
    related: "Read next",
    popular: "Most read this week",
    comments: "Comments",
    reply: "Reply",
    share: "Share",
    previous: "Older post",
    next: "Newer post",
    newsletter: "Get our letter, once a month",
    replies: [
      ["Marit", "Did this on Sunday and it went better than the last time I tried. Thank you!"],
      ["J. Okafor", "Take your time with the middle part. I hurried and had to begin again."],
      ["dune_walker", "My grandmother did it nearly the same way, only without measuring anything."],
      ["Priya S.", "Is there a version of this for left-handed people?"],
      ["Tom", "Printed it and pinned it to the shed door."],
    ],
  },
  de: {
    need: "Das brauchst du",
    tools: "Werkzeug",
    ingredients: "Zutaten",
    method: "Zubereitung",
    step: "Schritt",
    part: "Teil",
    home: "Startseite",
    search: "Suche",
    related: "Das könnte dich auch interessieren",
    popular: "Meistgelesen",
    comments: "Kommentare",
    reply: "Antworten",
    share: "Teilen",
    previous: "Älterer Beitrag",
    next: "Neuerer Beitrag",
    newsletter: "Unser Brief, einmal im Monat",
    replies: [
      ["Annegret", "Hat auf Anhieb geklappt, vielen Dank für die Anleitung."],
      ["K. Brandt", "Bei mir dauerte es deutlich länger, aber das Ergebnis stimmt."],
      ["Jonas", "Endlich verständlich erklärt."],
    ],
  },
  es: {
    need: "Qué necesitas",
    tools: "Utensilios",
    ingredients: "Ingredientes",
    method: "Elaboración",
    step: "Paso",
    part: "Parte",
    home: "Inicio",
    search: "Buscar",
    related: "Sigue leyendo",
    popular: "Lo más leído",
    comments: "Comentarios",
    reply: "Responder",
    share: "Compartir",
    previous: "Entrada anterior",
    next: "Entrada siguiente",
    newsletter: "Nuestra carta, una vez al mes",
    replies: [
      ["Lucía", "Me salió a la primera, gracias por explicarlo tan claro."],
      ["Paco", "En mi casa se hace casi igual, pero con más calma."],
    ],
  },
  fr: {
    need: "Le matériel",
    tools: "Ustensiles",
    ingredients: "Ingrédients",
    method: "Préparation",
    step: "Étape",
    part: "Partie",
    home: "Accueil",
    search: "Rechercher",
    related: "À lire aussi",
    popular: "Les plus lus",
    comments: "Commentaires",
    reply: "Répondre",
    share: "Partager",
    previous: "Article précédent",
    next: "Article suivant",
    newsletter: "Notre lettre, une fois par mois",
    replies: [
      ["Solène", "Simple et efficace, merci pour les explications."],
      ["M. Lefort", "J'ai mis deux fois plus de temps, mais le résultat est là."],
    ],
  },
  it: {
    need: "Che cosa serve",
    tools: "Strumenti",
    ingredients: "Ingredienti",
    method: "Procedimento",
    step: "Passo",
    part: "Parte",
    home: "Pagina iniziale",
    search: "Cerca",
    related: "Leggi anche",
    popular: "I più letti",
    comments: "Commenti",
    reply: "Rispondi",
    share: "Condividi",
    previous: "Articolo precedente",
    next: "Articolo successivo",
    newsletter: "La nostra lettera, una volta al mese",
    replies: [
      ["Chiara", "Provato ieri con i bambini: perfetto."],
      ["Gino", "Mio padre faceva così da sempre."],
    ],
  },
};

export function wordsOf(lang: string): Words {
  const words = WORDS[lang];
  if (words === undefined) throw new Error(`expected words for the language ${lang}; add them to words.ts`);
  return words;
}
