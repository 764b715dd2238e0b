// Words by which steps, and what is around them, are told from other lists. Written by hand; a language costs one line of each kind.

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Verbs in the form in which an instruction begins with them, by language. */
const COMMANDS: Readonly<Record<string, ReadonlySet<string>>> = {
  en: words(`
    accept access activate add adjust agree align allow announce answer append apply arrange ask assemble assign attach authenticate avoid back backup bake
    baste beat begin blanch blend block boil book boot bring browse brown brush build burn buy calculate call cancel carve change chat check chill choose chop
    clean clear click clone close coat combine commit compare compile complete configure confirm connect consider consult continue convert cook cool copy core
    cover crack create crop crumble crush cube cut customize cycle deactivate decide deep-fry defrost delete describe deselect detach determine dice dip disable
    discard disconnect display dissolve distribute divide do double double-click download drag drain draw dress drill drink drive drizzle drop dry dust edit
    eject empty enable end enjoy ensure enter erase examine exit expand explain export extend extract fasten feed fetch file fill filter find finish fit fix flip
    fold follow force form format fry garnish gather generate get give glue go grab grate grease grill grind group hang harvest heat hide highlight hit hold hook
    identify import include increase indicate inform insert inspect install invite invoke issue join jump keep knead knock label launch lay learn leave let lift
    light line link list listen load locate lock log login look loosen lower make manage mark marinate mash match measure melt merge microwave minimize mince mix
    modify mount mouse move name navigate note notice nudge observe obtain oil open order organize pack paint pair pan paste pat pay peel perform pick pin pinch
    pipe place plan plant plug point poke position pound pour practice preheat prepare press pre-heat prevent preview prick print proceed process provide pull
    pulse purchase purée puree push put quit raise re-enter read rearrange reboot recall record reduce refer refresh refrigerate register reheat release reload
    remember remove rename reopen repeat replace report request rerun reserve reset resize resolve rest restart restore resume retrieve return review revert rinse
    right-click roast roll rotate rub run sauté saute save scan schedule scoop score scrape scroll seal search season secure see select send separate serve set
    setup shake shape share shift shred shut sift sign simmer skim skip slice slide smear smooth snap soak sort specify split spoon spray spread sprinkle squeeze
    stack stand start state stay steam step stick stir stop store strain stretch strip submit substitute swap swipe switch sync tag take tap taste teach tear tell
    test thaw think thread thicken tick tie tighten tilt toast toggle top toss touch train transfer transform trim try tuck turn twist type unbox uncheck uncover
    undo unfold uninstall unlock unmount unplug unroll unscrew unselect untick unwrap unzip update upgrade upload use using validate verify view visit wait walk
    warm wash watch wear weigh whip whisk wipe withdraw work wrap write zest zip zoom repeat reattach ladle flatten scatter skewer stuff tent crimp fluff char sear
    braise poach deglaze dredge dollop layer cream chuck whizz blitz assess contact plate thin`),
  de: words(`
    klicken wählen öffnen drücken geben gehen ziehen markieren schließen speichern aktivieren deaktivieren führen fügen setzen stellen legen verwenden starten
    wechseln bestätigen ändern löschen kopieren prüfen achten wiederholen doppelklicken tippen suchen bewegen verbinden entfernen erstellen bearbeiten installieren
    klicke wähle öffne drücke gib gehe ziehe schließe speichere füge setze stelle lege verwende starte bestätige ändere lösche kopiere prüfe nimm lass lasse mache
    schneide mische verrühre erhitze koche brate backe gieße würze rühre schäle wasche heize verteile serviere nehmen lassen machen schneiden mischen erhitzen kochen
    zubereiten anrichten servieren halten warten melden navigieren scrollen laden tragen rufen passen definieren platzieren positionieren`),
  fr: words(`
    cliquez sélectionnez choisissez ouvrez appuyez saisissez tapez entrez allez faites glissez cochez fermez enregistrez utilisez placez mettez ajoutez mélangez
    versez coupez laissez préchauffez lavez épluchez servez déposez démarrez lancez vérifiez répétez clique sélectionne choisis ouvre appuie mets ajoute mélange verse
    coupe laisse fais prends prenez disposez étalez pelez hachez émincez battez incorporez salez poivrez réservez enfournez dresser`),
  es: words(`
    haga pulse seleccione elija abra escriba introduzca arrastre marque cierre guarde use utilice vaya active desactive añada agregue mezcle corte ponga coloque
    caliente deje sirva espere repita compruebe asegúrese haz pulsa selecciona elige abre escribe introduce arrastra marca cierra guarda usa utiliza ve activa añade
    agrega mezcla corta pon coloca calienta deja sirve espera repite comprueba precalienta precaliente lava lave pela pele bate bata vierte vierta cocina cocine
    hornea hornee incorpora incorpore retira retire mueva mueve presione presiona inicie inicia ejecute cree crea defina especifique verifique picamos echa eche saca
    saque cubre cubra tritura triture reserva reserve fríe sofríe hierve corte cambie inserte copie pegue haremos acceda dirígete
    afloje conecte desconecte mantenga suelte confirme revise visite instale desinstale descargue reinicie apague encienda gire levante baje suba quite limpie seque
    prepare mida desmarque rellene complete envíe firme lea busque encuentre localice navegue despliegue expanda contraiga modifique edite borre elimine restaure
    actualice regrese vuelva continúe termine finalice acepte cancele responda escoja indique señale configure establezca ajuste deslice toque pase permita evite
    recuerde tenga siga realice efectúe proceda consulte vea mire observe saque enchufe desenchufe`),
  it: words(`
    fate scegliete selezionate aprite premete inserite trascinate chiudete salvate usate andate aggiungete mescolate tagliate mettete scaldate lasciate servite fai
    scegli seleziona apri premi inserisci trascina chiudi salva usa vai aggiungi mescola taglia metti scalda lascia servi digita digitate clicca cliccate attiva
    disattiva spunta versa versate lava sbuccia trita unisci unite cuoci cuocete preriscalda preriscaldate togli togliete fare assicurati controlla collega
    scollega installa riavvia spegni accendi imposta configura rilascia tieni sposta rimuovi elimina modifica cambia torna continua conferma annulla`),
  pt: words(`
    clique selecione escolha abra pressione digite insira arraste marque feche salve guarde use utilize vá ative desative adicione misture corte coloque aqueça deixe
    sirva espere repita verifique faça prima introduza carregue bata leve asse cozinhe acrescente despeje junte retire tempere mexa unte preaqueça pré-aqueça lave
    descasque pique refogue frite distribua cubra reserve mova crie defina execute inicie toque conecte desconecte mantenha
    solte confirme instale baixe descarregue reinicie desligue ligue gire levante remova limpe prepare meça desmarque ative preencha envie leia procure encontre
    localize navegue expanda altere modifique edite apague elimine exclua restaure atualize acesse aceda volte continue termine aceite cancele responda indique
    configure ajuste deslize permita evite siga realize consulte veja observe dê`),
  nl: words(`
    klik kies selecteer open druk typ voer sleep vink sluit sla gebruik ga zet doe voeg meng snijd snij leg verwarm laat serveer wacht herhaal controleer maak verwijder
    dubbelklik markeer wijzig start stel plaats kopieer plak schakel activeer roer kook bak giet schil was pers verdeel bestrooi breng neem haal strooi schep smelt
    rasp hak klop kneed dek stort bestrijk rooster grill fruit blus`),
  sv: words(`
    klicka välj öppna tryck skriv dra markera stäng spara använd gå lägg sätt ta gör blanda skär häll koka stek låt värm rör vispa tillsätt servera skala hacka skölj
    dubbelklicka ange ändra starta infoga kontrollera upprepa vänta sätt smält fördela strö grädda knåda riv finhacka strimla ställ bred smaka klipp toppa forma dela
    mixa krydda bryn fräs ansa vänd pensla garnera ringla`),
  da: words(`
    klik vælg åbn tryk skriv træk marker luk gem brug gå læg sæt tag gør bland skær hæld kog steg lad varm rør pisk tilsæt server skræl hak skyl dobbeltklik angiv
    start indsæt kontroller gentag vent kom smelt fordel drys bag ælt riv form del rist smag vend pynt top stil dæk svits si pres fjern stil krydr rens opvarm`),
  no: words(`
    klikk velg åpne trykk skriv dra merk lukk lagre bruk gå legg sett ta gjør bland skjær hell kok stek la varm rør visp tilsett server skrell hakk skyll
    dobbeltklikk angi start kontroller gjenta vent ha kom smelt fordel dryss bak elt riv form del rist smak vend pynt topp still dekk finhakk fres mos kna forvarm`),
  fi: words(`
    napsauta valitse avaa paina kirjoita vedä merkitse sulje tallenna käytä siirry lisää sekoita leikkaa kaada keitä paista anna kuumenna vatkaa tarjoile kuori pilko
    huuhtele kaksoisnapsauta anna muuta käynnistä tarkista toista odota laita ota tee levitä voitele nosta jätä ripottele mausta`),
  id: words(
    "klik pilih buka tekan ketik masukkan seret tandai tutup simpan gunakan pergi tambahkan campur potong tuang masak biarkan panaskan aduk sajikan",
  ),
};

/** Endings of the word that an instruction begins with, where a language marks commands so (imperative, polite form, or infinitive). */
const FIRST_ENDING: Readonly<Record<string, RegExp>> = {
  fr: /^(?!(?:chez|assez|pour|leur|par|hier|dernier|premier|sur|entre|notre|votre|autre|contre)$).{2,}(?:ez|er|ir|re|vous|ons)$/,
  es: /^(?!(?:para|por|ayer|lugar|primer|cualquier|mujer|poder)$).{2,}(?:[aei]r|[aei]rlo|[aei]rlos|[aei]rla|[aei]rlas|amos|emos|imos|elo|alo)$/,
  it: /^(?!(?:oltre|sempre|altre|mentre|padre|per)$).{2,}(?:[aei]re|[aei]te|iamo|arlo|erlo|irlo|[aei]tela|[aei]telo)$/,
  pt: /^(?!(?:para|por|lugar|primeir|qualquer|mulher)$).{2,}(?:[aei]r|amos|emos|imos)$/,
  gl: /^.{2,}(?:[aei]r|e|a)$/,
  ca: /^(?!(?:per|primer|seu|meu)$).{2,}(?:eu|iu|[aei]r|[aei]u-\S+)$/,
  ru: /^.{2,}(?:йте|ите|ьте|йтесь|итесь|ьтесь|ть|ться|аем|яем|уем|ваем)$/,
  uk: /^.{2,}(?:йте|іть|ите|ьте|ти|тися|іться|йтеся)$/,
  bg: /^.{2,}(?:йте|ете|нете)$/,
  sr: /^.{2,}(?:jte|ite|ите|јте|ti)$/,
  hr: /^.{2,}(?:jte|ite|ti)$/,
  sl: /^.{2,}(?:jte|ite)$/,
  cs: /^.{2,}(?:ěte|ete|jte|íme|áme|eme|ujeme|te|ovat|it|at)$/,
  sk: /^.{2,}(?:te|íme|áme|ime|ame|eme|ujeme|ť)$/,
  pl: /^.{2,}(?:rz|cz|sz|dź|ń|ij|yj|aj|uj|ąć|ić|ać|eć|yć|cie|amy|emy|imy|ymy|ź|nij)$/,
  hu: /^.{2,}(?:jon|jen|jön|son|sen|sön|zon|zen|zön|ssa|sse|tsa|tse|sza|sze|zza|zze|sa|se|djuk|juk|jük|zuk|zük|suk|sük|unk|ünk|je|ja|uk|ük)$/,
  ro: /^.{2,}(?:ați|eți|iți|ati|eti|iti)$/,
  el: /^.{2,}(?:στε|ετε|ήστε|ίστε|ψτε|ξτε|άτε|είτε|ουμε)$/,
  lt: /^.{2,}(?:ite|kit|kime)$/,
  lv: /^.{2,}(?:iet|ieties)$/,
  eo: /^.{2,}u$/,
  eu: /^.{2,}(?:tu|du|ki|zazu|ezazu|itzazu)$/,
};

/** Endings of the last word of an instruction's first sentence, where a language puts the verb there. */
const LAST_ENDING: Readonly<Record<string, RegExp>> = {
  de: /^\p{Ll}{2,}(?:en|eln|ern)$/u,
  nl: /^\p{Ll}{3,}en$/u,
  tr: /(?:ın|in|un|ün|yın|yin|yun|yün|iz|ız|uz|üz)$/,
  ja: /(?:ます|する|れる|える|せる|ください|く|る|す|む|ぐ|ぶ|つ|う|い)$/,
  ko: /(?:요|세요|시오|다|기)$/,
  hi: /(?:एं|ें|ो|िए)$/,
};

const SAME: Readonly<Record<string, string>> = { nb: "no", nn: "no", se: "sv", be: "ru", ast: "es", bs: "hr", ms: "id" };
/** Words that a command may stand behind. */
const BEFORE = words(
  "now then next first finally lastly also and or please once carefully gently meanwhile optionally again just always never simply afterwards dann nun jetzt zuerst anschließend danach und oder bitte puis ensuite enfin et ou luego después entonces y o poi quindi e ed ou então depois en dan vervolgens daarna sen därefter och derefter og så deretter затем потом и теперь następnie potem i a poté pak",
);
/** Words that begin a clause in which a command may follow. */
const CLAUSE = /[,;:.!?]$/;

const CJK = /^[\u3040-\u30ff\u3400-\u9fff]/;
const CJK_COMMAND = /^(?:将|把|用|取|放|加|点击|點擊|选择|選擇|打开|開啟|按|输入|輸入|单击|双击|使用|倒|切|洗|在)/;

/** How much a text reads like an instruction: 2 where it begins with a command, 1 where a clause of its first words does, 0 where none does. */
export function commanding(text: string, lang: string): 0 | 1 | 2 {
  const primary = lang.split("-")[0]?.toLowerCase() ?? "";
  const language = SAME[primary] ?? primary;
  if (CJK.test(text)) return CJK_COMMAND.test(text) ? 2 : LAST_ENDING.ja?.test(firstSentence(text)) ? 1 : 0;
  const known = COMMANDS[language];
  const ending = FIRST_ENDING[language];
  const tokens = text.slice(0, 220).split(/\s+/, 24);
  let begins = true;
  for (const [at, token] of tokens.entries()) {
    const word = token.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "");
    if (word === "") continue;
    if (begins) {
      const command =
        known?.has(word) ||
        (ending?.test(word) ?? false) ||
        (language === "de" && tokens[at + 1]?.toLowerCase() === "sie" && /n$/.test(word));
      if (command) return at === 0 || tokens.slice(0, at).every((one) => isBefore(one)) ? 2 : 1;
    }
    begins = CLAUSE.test(token) || isBefore(token);
  }
  const last = LAST_ENDING[language];
  if (last !== undefined) {
    const verb = /(\S+?)[.!:;,)…。]*$/.exec(firstSentence(text))?.[1] ?? "";
    if (last.test(verb)) return 1;
  }
  return 0;
}

function isBefore(token: string): boolean {
  const word = token.toLowerCase().replace(/[^\p{L}]+$/gu, "");
  return BEFORE.has(word) || (word.length > 4 && word.endsWith("ly"));
}

function firstSentence(text: string): string {
  return /^.*?[.!?。](?=\s|$)/.exec(text)?.[0] ?? text.slice(0, 300);
}

/** Whether commands of a language can be told at all. */
export function knowsCommands(lang: string): boolean {
  const primary = lang.split("-")[0]?.toLowerCase() ?? "";
  const language = SAME[primary] ?? primary;
  return language in COMMANDS || language in FIRST_ENDING || language in LAST_ENDING || language === "zh";
}

/** Headings over the steps of a recipe or another procedure. */
export const STEPS_HEADING =
  /^(?:\W|\d)*(?:(?:the |cooking |recipe |baking |assembly |step[- ]by[- ]step )?(?:instructions?|directions?|method|preparation|procedure|steps?)(?: steps)?|how (?:to|do)\b.*|what to do|let'?s (?:cook|make).*|make it|(?:let op|werkwijze|bereiding(?:swijze)?|zo maak je het|aan de slag)|(?:zubereitung|anleitung|so geht'?s?|so wird'?s gemacht|und so geht.*|arbeitsschritte|vorgehen)|(?:la )?(?:préparation|preparation|étapes|instructions|réalisation|recette|procédé)|(?:preparaci[óo]n|elaboraci[óo]n|instrucciones|pasos|procedimiento|c[óo]mo (?:hacer|preparar|se hace|elaborar).*|modo de (?:preparaci[óo]n|preparo|fazer))|(?:preparazione|procedimento|istruzioni|come (?:fare|preparare).*)|(?:preparo|instruções|modo de preparação|passo a passo)|(?:fremgangsm[åa]de|slik gj[øo]r du|fremgangsmåte|tilberedning|sådan gør du)|(?:gör så här|så här gör du|tillagning|instruktioner|tillagas)|(?:приготовление|способ приготовления|инструкция|пошаговый.*|как .*)|(?:spos[óo]b przygotowania|przygotowanie|wykonanie|jak .*)|(?:postup(?: přípravy)?|příprava|príprava|postup prípravy)|(?:elkészítés[ei]?|leírás)|(?:作り方|手順|レシピ|做法|步骤)|(?:hazırlanışı|yapılışı)|(?:εκτέλεση|οδηγίες)|(?:valmistus(?:ohje)?|ohjeet))\s*[:：]?(?:\s*\W*)$/iu;

/** Headings over what is no procedure. */
export const OTHER_HEADING =
  /ingredien|zutaten|ingrédient|ingrediënt|složení|hozzávalók|składniki|suroviny|材料|ингредиент|\bnotes?\b|\btips?\b|tipps?\b|nutrition|nährwert|equipment|you(?:'ll| will)? need|related|see also|more (?:information|recipes|from)|popular|recent|latest|comments?\b|kommentare|contents\b|inhalt|about\b|über\b|share\b|follow us|categor|\btags?\b|\bfaq|questions?|frequently|why you|features?\b|siehe auch|mehr zum|voir aussi|weitere|ähnliche|reviews?\b|variations?|substitut|storage|serving|facts|requirements?|prerequisites?|overview|glossary|references?|examples?\b/iu;

/** A sentence that leads to steps. */
export const STEPS_LEAD =
  /\bsteps?\b|\bprocedure|as follows|\binstructions\b|\bdo (?:this|the following)\b|\bfollowing:$|schritt|gehen sie|folgendermaßen|wie folgt|(?:siguientes?|estos) pasos|de la siguiente (?:forma|manera)|étapes|procédez|comme suit|(?:seguenti|questi) passaggi|come segue|(?:seguintes|estes) passos|stappen|als volgt|шаг|следующ\p{L}* действ|выполните|kroki|kroků|następując\p{L}* czynno|postup|steg\b|trin\b|lépés|次の手順|以下の手順|步骤/iu;
/** A sentence that says what for, and leaves the rest to what follows. */
export const PURPOSE_LEAD =
  /^(?:to|in order to|for|if you want|when you want|um|wenn sie|pour|para|si (?:desea|quiere|vous)|per|se (?:si )?desidera|om|als u|чтобы|для|если|aby|żeby|chcete|для|för att|om du vill|for at|hvis du vil|jos haluat|ha)\s+\p{L}+/iu;
/** A sentence that leads to a choice. */
export const CHOICE_LEAD =
  /\b(?:one of|any of|either|options?|ways?|methods?|choices?|alternatives?|eine der|einen der|möglichkeiten|optionen|entweder|arten|una de|uno de|alguna|opciones|formas|maneras|l'une des|un des|au choix|façons|options|manières|uno dei|una delle|opzioni|modi|uma das|um dos|opções|maneiras|een van|opties|manieren|один из|одн[оуи]\p{L}* из|любо\p{L}* из|способ\p{L}*|вариант\p{L}*|возможност\p{L}*|jeden z|jedną z|opcji|możnosti|jednu z)\b/iu;
/** A sentence that leads to a list of what there is. */
export const OTHER_LEAD =
  /\b(?:types?|kinds?|fields?|features?|several|examples?|such as|includes?|including|contains?|consists?|available|are|is|can be|columns?|buttons?|items?|things|properties|values|parameters|arguments|tabs?|reasons?|folgende(?:n)? (?:arten|felder)|tipos|campos|types|champs|tipi|campi|параметры|поля)\b/iu;
/** What for an item is: "Click + to create a box" tells of a button; steps say so seldom. */
export const PURPOSE =
  /\b(?:to \p{L}{2,}|for \p{L}+ing|um .{1,60}? zu|pour \p{L}+[eio]r|para \p{L}+[aei]r|per \p{L}+[aei]re|om .{1,60}? te|чтобы|для)\b/iu;
/** Another way of doing the same. */
export const ALTERNATIVE =
  /^(?:or|alternatively|otherwise|oder|alternativ|andernfalls|ou|sinon|o(?: bien)?|alternativamente|de lo contrario|oppure|in alternativa|of|или|либо|в противном|lub|albo|nebo|eller)\b/iu;

/** How a goal is often put: "How to ...", "To ...", "...ing". */
export const GOAL_FORM =
  /^(?:how (?:to|do i|can i)\b|to \p{L}+|wie (?:man|sie|kann)\b|so \p{L}+ sie|comment\b|c[óo]mo\b|come\b|como\b|hoe\b|как\b|jak\b|hogyan\b|hur\b|hvordan\b|miten\b)/iu;
export const GERUND = /^\p{L}+ing\b(?!\s+(?:of|is|are)\b)/iu;

/** An amount: what an ingredient begins with. */
export const AMOUNT =
  /^(?:about |ca\.? |circa |approx\.? )?(?:\d[\d\s.,/⁄–-]*|[¼½¾⅓⅔⅛⅜⅝⅞]|an?\s|half)\s*[¼½¾⅓⅔⅛⅜]?\s*(?:g|gr|kg|mg|ml|cl|dl|l|lb|lbs|oz|ounces?|pounds?|cups?|tbsp|tbs|tsp|tablespoons?|teaspoons?|cloves?|pinch|cans?|el|tl|stk|stück|msk|tsk|krm|dag|cs|càs|cuill\p{L}*|cucchia\p{L}*|tazas?|cucharad\p{L}*|colher\p{L}*|eetlepels?|theelepels?|łyżk\p{L}*|szklank\p{L}*|ч|ст|г|мл)?\b/iu;

/** Words with which descriptions begin and instructions seldom do. */
export const DESCRIBING =
  /^(?:the|this|these|those|that|it|its|an?|there|you|we|i|my|he|she|they|your|our|is|are|was|what|which|who|why|der|die|das|ein|eine|es|dies\p{L}*|sie|wir|ich|le|la|les|un|une|des|ce|cette|il|elle|nous|el|los|las|una|este|esta|lo|gli|uno|questo|questa|o|os|as|um|uma|de|het|een|dit|deze|den|det|en|ett|et|это|этот|эта)\b/iu;

/** DocBook's title over a procedure, and over a chapter or section: a manual that labels its procedures has other lists too. */
export const PROCEDURE_LABEL =
  /^(?:procedure|prozedur|vorgehen|procédure|procedimiento|procedura|procedimento|procédé|процедура|postup|procedur|prosedyre|手順|过程)\s+\d+(?:\.\d+)*\b/iu;
export const NUMBERED_HEADING = /^(?:\p{L}+\s+)?\d+(?:\.\d+)*\.\s+\S/u;

/** What was done already: how the lines of a list of changes begin or end. */
export const DONE =
  /^(?:\p{Lu}\p{L}{2,}ed\b|new\b|(?:behoben|korrigiert|hinzugefügt|entfernt|verbessert|neu)\b|(?:corrigé|ajouté|supprimé|amélioré)\p{L}*|(?:corregid|añadid|eliminad|mejorad)[oa]s?\b|(?:corrett|aggiunt|rimoss|migliorat)[oaie]\b|(?:исправлен|добавлен|удал[её]н|улучшен)\p{L}*)|\b(?:behoben|korrigiert|hinzugefügt|entfernt|verbessert|repariert)[.!]?$/u;

/** Headings over what is needed. */
export const NEEDS_HEADING =
  /^(?:(?:what )?you(?:'ll| will)? need|what (?:is|you) need|needed|have ready|(?:the )?(?:tools?|materials?|supplies|equipment|parts)\b|(?:was )?(?:du|sie|man) (?:brauch|benötig)|(?:das )?(?:material|werkzeug|zubehör)|(?:le |du )?matériel|(?:ce qu')?il (?:vous )?faut|(?:qué )?necesitas?|(?:los )?materiales|(?:che )?cosa serve|(?:l')?occorrente|materiale|(?:o que )?(?:você )?(?:vai )?precisa|benodigdheden|(?:det )?(?:här )?behöver du|du behöver|(?:det )?(?:skal )?du (?:bruke|bruge)|понадобится|вам потребуется|potřebujete|potrzebne|będziesz potrzebować|szükséges)/iu;
