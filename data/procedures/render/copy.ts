/** Who makes a site, and what it says of itself on every page. */
export interface Copy {
  readonly name: string;
  readonly tagline: string;
  readonly menu: readonly string[];
  readonly about: string;
  readonly footer: readonly string[];
}

export type Lang = "en" | "de" | "es" | "fr" | "it";

export const COPY = {
  kitchen: {
    en: {
      name: "The Blue Ladle",
      tagline: "Plain food, made slowly",
      menu: ["Breakfast", "Soups", "Bread", "Preserves", "About"],
      about: "Hello, I am Ines. I cook in a narrow kitchen above a bicycle shop and write down what works.",
      footer: ["Privacy", "Write to me", "Index of recipes", "Made with flour on the keyboard"],
    },
    de: {
      name: "Löffelweise",
      tagline: "Kochen ohne Eile",
      menu: ["Suppen", "Salate", "Gebäck", "Vorrat", "Über mich"],
      about: "Ich bin Hanne und koche, was der Garten hergibt. Nicht alles gelingt, aber alles wird aufgeschrieben.",
      footer: ["Impressum", "Datenschutz", "Alle Rezepte"],
    },
    es: {
      name: "La cuchara de palo",
      tagline: "Cocina de diario",
      menu: ["Entrantes", "Cuchara", "Dulces", "Conservas", "Contacto"],
      about: "Cocino para seis todos los días y apunto lo que desaparece primero de la mesa.",
      footer: ["Aviso legal", "Cookies", "Índice de recetas"],
    },
    fr: {
      name: "Le torchon à carreaux",
      tagline: "Recettes d'une petite cuisine",
      menu: ["Entrées", "Plats", "Desserts", "Conserves", "À propos"],
      about: "Je cuisine le dimanche pour toute la semaine, et je note ce qui mérite d'être refait.",
      footer: ["Mentions légales", "Confidentialité", "Toutes les recettes"],
    },
    it: {
      name: "Cucchiaio di legno",
      tagline: "Ricette di famiglia",
      menu: ["Antipasti", "Primi", "Dolci", "Conserve", "Chi sono"],
      about: "Raccolgo le ricette di tre nonne che non erano mai d'accordo tra loro.",
      footer: ["Note legali", "Privacy", "Tutte le ricette"],
    },
  },
  workshop: {
    en: {
      name: "Bench & Vice",
      tagline: "Repairs that hold",
      menu: ["House", "Garden", "Vehicles", "Electronics", "Tool tests", "Shop"],
      about: "Our workshop tests every guide on at least two different objects before it goes online.",
      footer: ["About the workshop", "Corrections", "Advertise", "Terms of use", "Privacy notice"],
    },
    de: {
      name: "Werkbank 7",
      tagline: "Reparieren statt wegwerfen",
      menu: ["Wohnung", "Garten", "Rad und Auto", "Technik", "Termine"],
      about: "Jeden zweiten Samstag ist unsere Werkstatt offen. Bring mit, was nicht mehr geht.",
      footer: ["Impressum", "Datenschutz", "Kontakt", "Spenden"],
    },
    fr: {
      name: "L'établi du quartier",
      tagline: "Réparer ensemble",
      menu: ["Maison", "Jardin", "Vélo", "Couture", "Agenda"],
      about: "Notre atelier ouvre le premier samedi du mois. Venez avec l'objet, repartez avec la méthode.",
      footer: ["Mentions légales", "Nous écrire", "Adhérer"],
    },
  },
  council: {
    en: {
      name: "Harrowmere Borough",
      tagline: "Information and services",
      menu: ["Housing", "Consumer advice", "Police and courts", "Work", "Contact"],
      about: "This page was last reviewed in spring. It is general information and no legal advice.",
      footer: ["Accessibility statement", "Cookies", "Terms and conditions", "Built by the borough"],
    },
    fr: {
      name: "Ville de Saint-Aubert",
      tagline: "Vos démarches",
      menu: ["Logement", "Consommation", "État civil", "Emploi", "Nous contacter"],
      about: "Fiche relue au printemps. Elle donne une information générale et ne remplace pas un conseil juridique.",
      footer: ["Accessibilité", "Plan du site", "Mentions légales"],
    },
  },
  clinic: {
    en: {
      name: "Northgate Health Library",
      tagline: "Checked by nurses, written for everybody",
      menu: ["First aid", "Medicines", "Self-care", "Children", "Find a service"],
      about: "If you think that it is an emergency, call your local emergency number and do not read on.",
      footer: ["How we write", "Sources", "Privacy", "Feedback"],
    },
    es: {
      name: "Salud al día",
      tagline: "Consejos del centro de salud",
      menu: ["Primeros auxilios", "Medicación", "Autocuidado", "Cita previa"],
      about: "Si crees que es una urgencia, llama al número de emergencias y no sigas leyendo.",
      footer: ["Aviso legal", "Fuentes", "Privacidad"],
    },
  },
  forum: {
    en: {
      name: "askthebench",
      tagline: "questions with answers",
      menu: ["Newest", "Unanswered", "Tags", "People"],
      about: "Be kind, be exact, and say what you have tried already.",
      footer: ["Rules", "Moderators", "Dark side of the moon"],
    },
  },
  old: {
    en: {
      name: "Walt's Pages",
      tagline: "since the modem days",
      menu: ["Home", "Hobbies", "Photos", "Guest book", "Links"],
      about: "Best viewed sitting down. Write to me if a link is dead.",
      footer: ["You are visitor 004217", "This page is never under construction"],
    },
  },
  docs: {
    en: {
      name: "Plant Handbook",
      tagline: "Work instructions, edition 7",
      menu: ["Overview", "Safety", "Machines", "Measuring", "Materials", "Glossary"],
      about: "Printed copies are not controlled. Compare the edition before use.",
      footer: ["Report an error in this topic", "Change history", "Licences"],
    },
    de: {
      name: "Gerätehandbuch",
      tagline: "Ausgabe 3",
      menu: ["Übersicht", "Sicherheit", "Wartung", "Störungen", "Glossar"],
      about: "Ausgedruckte Fassungen gelten nur am Tag des Drucks.",
      footer: ["Fehler melden", "Änderungen", "Lizenzen"],
    },
  },
  magazine: {
    en: {
      name: "Stride",
      tagline: "Move well, dress well",
      menu: ["Running", "Climbing", "Winter", "Style", "Gear", "Podcast"],
      about: "Stride is written by people who sweat for a living.",
      footer: ["Masthead", "Careers", "Subscribe", "Privacy choices"],
    },
    es: {
      name: "Revista Hilo",
      tagline: "Manos ocupadas",
      menu: ["Costura", "Tintes", "Papel", "Viajes", "Entrevistas"],
      about: "Hilo se hace entre cuatro personas y una cafetera.",
      footer: ["Quiénes somos", "Publicidad", "Cookies"],
    },
    it: {
      name: "Passo svelto",
      tagline: "Sport e scienza per tutti",
      menu: ["Palestra", "Montagna", "Esperimenti", "Salute", "Contatti"],
      about: "Passo svelto esce ogni giovedì, con qualsiasi tempo.",
      footer: ["Redazione", "Pubblicità", "Privacy"],
    },
  },
  school: {
    en: {
      name: "Open Lab at Fernhill",
      tagline: "Experiments for classrooms and kitchens",
      menu: ["Experiments", "Worksheets", "For teachers", "Visit us"],
      about: "Every experiment was tried by a class of twelve-year-olds, who found the mistakes.",
      footer: ["Safety policy", "School bookings", "Contact"],
    },
  },
  plain: {
    en: {
      name: "notes from the porch",
      tagline: "things I would otherwise forget",
      menu: ["archive", "tags", "feed", "about"],
      about: "Written by hand, without tracking.",
      footer: ["feed", "source of this site"],
    },
    de: {
      name: "zettelkasten am fenster",
      tagline: "was ich sonst vergesse",
      menu: ["archiv", "themen", "feed", "über"],
      about: "Von Hand geschrieben, ohne Zähler.",
      footer: ["feed", "impressum"],
    },
    es: {
      name: "apuntes de balcón",
      tagline: "para no olvidarlo",
      menu: ["archivo", "temas", "feed", "yo"],
      about: "Escrito a mano y sin rastreadores.",
      footer: ["feed", "aviso"],
    },
    fr: {
      name: "carnet de palier",
      tagline: "pour ne pas oublier",
      menu: ["archives", "thèmes", "flux", "moi"],
      about: "Écrit à la main, sans traceur.",
      footer: ["flux", "mentions"],
    },
    it: {
      name: "foglietti di casa",
      tagline: "per non dimenticare",
      menu: ["archivio", "temi", "feed", "io"],
      about: "Scritto a mano, senza tracciamento.",
      footer: ["feed", "note"],
    },
  },
  shop: {
    en: {
      name: "Tern Outfitters",
      tagline: "Tents, boots and advice",
      menu: ["Tents", "Packs", "Boots", "Stoves", "Sale", "Advice"],
      about: "Free returns within 60 days. Our advice pages are written by the people behind the counter.",
      footer: ["Delivery", "Returns", "Size guide", "Jobs", "Imprint"],
    },
  },
  parish: {
    en: {
      name: "House of Many Rooms",
      tagline: "An interfaith centre",
      menu: ["Calendar", "Customs", "Visitors", "Rooms", "Donate"],
      about: "Six communities share this house. Each page is written by one of them and read by another.",
      footer: ["How to find us", "Safeguarding", "Contact the office"],
    },
  },
} as const satisfies Record<string, Partial<Record<Lang, Copy>>>;
export type Site = keyof typeof COPY;

export function copyOf(site: Site, lang: string): Copy {
  const copy = (COPY[site] as Partial<Record<string, Copy>>)[lang];
  if (copy === undefined) throw new Error(`expected words of the site ${site} in ${lang}; add them to copy.ts`);
  return copy;
}
