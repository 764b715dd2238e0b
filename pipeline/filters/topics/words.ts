import type { Topic } from "@stepladder/schema";

/** Languages that have words below, and which of all words say nothing there because they mean something else. */
export const LANGUAGES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["en", new Set(["ago", "four", "hose", "pile", "sale", "stapler"])],
  ["de", new Set(["boot", "brand", "die", "fast", "gift", "hat", "hell", "note", "rock", "tag"])],
  ["fr", new Set(["chair", "court", "habit", "pain", "pin"])],
  ["es", new Set(["base", "pie", "sale", "sin"])],
  ["it", new Set(["case", "estate", "fine", "male", "note"])],
]);

/**
 * Words that speak for a topic, written by hand. A word also stands for itself with up to three letters more, if it has four at least.
 * One that stands under several topics speaks for each of them less. English first, then German, French, Spanish and Italian.
 */
export const WORDS: Readonly<Record<Topic, string>> = {
  "art-design": `
    guitar ukulele bass piano keyboard drumhead drum cello flute saxophone trumpet clarinet singer vocal lyrics rap beat dj compose chord-chart sumi paper lantern windmill crown flower-crown doodle cartoon anime manga comic character shading crosshatch marker crayon glitter stencil paint-by-number resin polymer papier-mache macrame weav loom felt embroider logo typography photoshop-art selfie portrait-photo filmmaker actor acting audition theatre screenplay choreograph tango salsa waltz ballet hip-hop breakdance twerk
    art artist draw drawing sketch paint painting watercolor watercolour acrylic canvas easel brush pencil charcoal pastel ink linocut print printmaking
    engrav etching stencil pottery clay glaze kiln sculpt origami collage calligraphy letter nib palette pigment hue shade perspective horizon
    vanishing portrait photograph photo camera lens exposure aperture tripod darkroom pinhole design layout font logo illustrat animation
    graphic mural mosaic craft paper cardstock scissors bookbinding pamphlet bind signature crease fold decoupage bead jewelry wire ceramic frame
    music guitar piano chord violin drum sing melody song instrument tune string dance theater costume film video
    zeichnen malen pinsel leinwand aquarell skizze töpfern farbe kunst dessin dessiner peindre peinture pinceau aquarelle toile argile dibujar dibujo
    pintar pintura pincel acuarela lienzo arcilla disegnare disegno dipingere pennello acquerello tela pittura camiseta teñir teindre`,
  "crime-law": `
    attorney sentencing convict inmate jail prison gang weapon gun firearm shoplift vandal stalk harass restraining discriminat bankruptcy debt creditor garnish lien deed title trustee trust power-of-attorney guardian adoption alimony prenup patent incorporate llc bylaw corporation notarize dmv identity-theft scammer phishing ombudsman parole deport asylum green-card naturaliz jury-duty legislat congress vote election senator irs audit w-2 1099
    law legal lawyer attorney court judge lawsuit sue claim claimant defendant plaintiff hearing evidence testify testimony witness trial jury verdict
    crime criminal police theft stolen steal burglar fraud scam identity report arrest bail probation warrant custody divorce will probate estate
    notary affidavit contract lease tenant landlord rent deposit eviction handover dispute complaint complain refund consumer rights statute
    regulation permit license patent trademark copyright tax fine ticket appeal insurance liability officer victim offense prosecutor subpoena
    immigration visa citizen petition file form cancel subscription chargeback bank statement
    recht anwalt gericht klage polizei anzeige vertrag kündig mieter vermieter zeuge diebstahl droit avocat tribunal plainte police contrat résilier
    résiliation abonnement bailleur locataire lettre recommandé ley abogado tribunal juzgado denuncia denunciar policía contrato robo pérdida comisaría
    legge avvocato tribunale denuncia polizia contratto reclamo querela disdetta`,
  "education-jobs": `
    homeschool kindergarten preschool semester syllabus textbook notebook annotate brainstorm thesis-statement bibliograph apa mla chicago sat act gre gmat mcat lsat toefl ielts ap scholarship fafsa dorm fraternity sorority roommate principal bully classmate grammar pronounce spanish french german japanese chinese korean english speak speaker author novel poem poetry writer publish journal blog debate spell punctuation career nurse-job actor lawyer-career firefighter pilot-career electrician-career become entrepreneur marketing customer client sales invoice accounting budget salary payroll pension retire volunteer nonprofit leadership team-building
    study studying student school college university exam test quiz homework essay lesson teach teacher classroom class curriculum course lecture note
    flashcard memorize revision grade gpa tutor scholarship degree diploma thesis dissertation citation paragraph outline library read reading write
    vocabulary spelling language learn pupil objective job career resume cv interview employer employee hire recruiter application apply cover letter
    reference recommendation letter salary negotiate promotion workplace manager colleague meeting presentation speech linkedin internship office
    coworker boss resign business startup freelance professor deadline admission
    lernen schule prüfung unterricht bewerbung bewerb lebenslauf anschreiben arbeitgeber vorstellungsgespräch zeugnis lehrer schüler étudier école
    examen leçon candidature entretien emploi lettre professeur élève employeur estudiar escuela examen clase profesor empleo entrevista currículum
    trabajo studiare scuola esame lezione insegnante lavoro colloquio curriculum`,
  "electronics-hardware": `
    toner cartridge sim graphics card hdd harddisk ios mac macos windows chrome firefox safari google gmail facebook instagram twitter snapchat whatsapp youtube skype discord spotify itunes icloud netflix tiktok reddit excel word powerpoint photoshop pdf html web website internet online search engine cookie cache vpn ip address virus malware antivirus hack jailbreak reset text message call voicemail ringtone emoji gif ebook kindle alexa siri chromebook ubuntu linux terminal command bookmark post profile account username contact sync tap swipe scroll
    computer laptop desktop pc cpu gpu motherboard processor ram memory hard drive ssd disk usb cable connector port hdmi ethernet network router modem wifi
    wireless bluetooth phone smartphone iphone android tablet ipad screen display battery batteries charger charge adapter solder soldering iron
    circuit resistor capacitor transistor led diode multimeter voltage volt current amp ohm wire wiring breadboard arduino raspberry sensor firmware
    software app install download upload program click menu window tab file folder browser website password settings keyboard mouse printer scanner
    monitor tv television remote speaker headphone camera console controller crimp plug spudger screwdriver reboot restart update backup linux mac
    windows dialog icon button toolbar spreadsheet cell document cursor select server email account
    rechner kabel akku batterie lötkolben löten stecker bildschirm drucker netzwerk ordinateur câble pile batterie écran imprimante souder ordenador
    portátil cable pila batería pantalla impresora teléfono móvil soldar computer cavo schermo stampante telefono saldare pulsante`,
  "fashion-beauty": `
    hair-extension extension beard mustache stubble lip lips eye lash lashes brow brows foundation primer contour bronzer tan tanning wig dread dreadlock bun bang fringe perm bleach toner scalp lotion serum cologne bra lingerie swimsuit bikini legging hoodie blazer suit tuxedo gown hemline crop pattern vintage preppy goth punk style stylish model modeling runway earring ring bracelet watch glasses sunglasses pin pins costume cosplay pose
    fashion dress shirt blouse skirt pants trousers jeans jacket coat sweater wool cashmere silk cotton fabric cloth clothing clothes garment wardrobe
    outfit shoe boot leather heel sneaker suede polish belt tie scarf hat bag purse hem seam button sew stitch needle thread knit crochet iron
    ironing stain laundry wash collar cuff sleeve tailor zipper makeup foundation concealer eyeliner eyeshadow mascara lipstick blush nail manicure
    pedicure polish hair haircut shampoo conditioner curl braid ponytail straighten dye highlight bangs comb hairbrush skin skincare moisturizer cleanser
    facial mask exfoliate shave razor beard perfume wax eyebrow tattoo piercing jewelry
    kleid hemd hose jacke schuh leder knopf nähen nadel faden bügeln haare nagel schminke robe chemise pantalon chaussure cuir bouton coudre ourlet
    aiguille fil repasser cheveux ongle maquillage vestido camisa camiseta pantalón zapato cuero botón coser aguja hilo planchar pelo uña maquillaje
    vestito camicia pantaloni scarpa pelle bottone cucire ago filo stirare capelli unghia trucco`,
  "food-dining": `
    shrimp chestnut haw youtiao zongzi kebab hummus burger fries omelet matcha toaster juicer champagne bottle cork cantaloupe mango grapefruit pumpkin watermelon pineapple avocado cucumber spinach kale cabbage broccoli cauliflower corn bacon ham sausage steak turkey duck crab lobster oyster clam squid cereal oatmeal granola pancake waffle muffin cupcake brownie cookie donut doughnut icing frosting caramel candy fudge custard pudding gelatin jello popsicle ice sorbet milkshake soda lemonade sangria vodka rum tequila whiskey martini margarita curry taco burrito enchilada sushi ramen dumpling spaghetti lasagna meatball tofu tempeh vegan vegetarian gluten sourdough crust glaze knife tongs kettle microwave
    cook bake boil fry roast grill simmer saute sauté stew braise steam poach whisk knead dough flour sugar butter egg milk cream cheese yogurt oil
    vinegar salt pepper garlic onion tomato potato carrot celery chicken beef pork lamb fish salmon shrimp tofu bean lentil rice pasta noodle bread toast
    cake cookie pie pastry chocolate vanilla cinnamon honey syrup sauce soup salad sandwich pizza recipe oven skillet saucepan pan pot bowl spoon
    tablespoon teaspoon cup ounce chop slice dice mince grate peel marinate season serve garnish stir batter yeast coffee tea espresso juice cocktail wine
    beer smoothie lemon lime apple banana berry strawberr mushroom herb basil parsley cilantro spice curry broth stock mayonnaise mustard pickle jam
    kitchen dish taste food meal dinner lunch breakfast dessert restaurant table plate knife vegetable fruit meat drain preheat fridge
    refrigerat freeze foil parchment
    kochen backen braten mehl zucker butter eier milch zwiebel kartoffel salz pfeffer teig pfanne topf ofen schneiden rühren cuire farine sucre beurre
    œuf oeufs lait oignon pomme sel poivre pâte poêle casserole four crêpe mélanger cocinar harina azúcar mantequilla huevo leche cebolla patata sal
    pimienta masa sartén aceite horno cucinare farina zucchero burro uova latte cipolla patata sale pepe pasta padella forno aglio basilico olio mortaio
    pinoli caffè moka`,
  health: `
    earplug epinephrine auto-injector neti nasal sinus lens herpes infection virus cancer surgery arthritis acne eczema wart fungus vomit diarrhea constipat stomach liver kidney thyroid cholesterol lung breath oxygen dizzy migraine allerg panic autism adhd dementia alzheimer disorder trauma grief lonel sad happy relationship boyfriend girlfriend husband wife marriage friend emotion self-esteem confidence anger habit quit addict sober nutrient protein calori carb keto vegan overweight posture ergonomic menopaus puberty tampon ovulat contracepti condom fertil womb newborn toddler lactation parent
    health medical medicine medication doctor nurse hospital clinic patient symptom pain fever cough cold flu headache nausea wound cut bleed bleeding
    nosebleed burn blister bandage gauze dressing antiseptic disinfect bite sting tick rash itch allergy asthma inhaler blood pressure cuff pulse heart
    diabetes insulin glucose pill tablet dose dosage pharmac prescription vaccine injection syringe cpr first aid choke sprain fracture splint ankle
    swollen swelling ice compress sunburn sunscreen spf skin infection ointment pregnan baby infant breastfeed diaper dental tooth teeth floss gum eye
    drops contact lens ear hearing sleep insomnia anxiety depression stress meditat therapy therapist mental diet nutrition vitamin weight calorie
    hydrate dehydrat smoking alcohol addiction hygiene hand menstrua period
    arzt medikament wunde verband blutdruck fieber schmerz verletzung apotheke tablette médecin médicament plaie pansement fièvre douleur blessure
    tension pharmacie médico medicamento herida venda fiebre dolor esguince tobillo hinchazón farmacia medico medicina ferita benda febbre dolore
    caviglia farmacia`,
  "home-hobbies": `
    cabinet chair bookcase desk assembl slime candle wick magic trick prank puzzle extinguisher purifier refrigerator fridge dishwasher dish conditioner vacuum graft transplant sow blanket quilt duvet sheet mattress wrapping ribbon knob outlet switch mosquito ant roach mold stain squeak mice rat flea hen chicken coop horse rabbit parrot turtle lizard snake guinea ferret hedgehog puggle beagle breed groom cage pond bonsai orchid cactus succulent bulb fertiliz shrub fence deck gutter roof chimney fireplace insulation basement attic garage kitchen bathroom bedroom lego model minecraft pokemon sims playstation xbox game gamer dungeon yarn needlework embroid
    home house room wall ceiling floor tile carpet curtain furniture sofa couch bed mattress pillow closet shelf shelves drawer door window hinge lock
    paint plaster plasterboard drywall putty spackle sandpaper wallpaper tap faucet sink drain plunger toilet shower bathtub pipe plumb leak washer valve
    radiator heater thermostat smoke alarm detector bulb lamp socket garden gardening plant seed seedling soil compost pot repot potting water prune
    lawn mow grass weed flower rose tomato herb hedge tree clean cleaning dust vacuum mop sweep scrub detergent laundry organize declutter moving box
    pet dog cat puppy kitten fish aquarium bird hamster litter leash woodwork saw drill hammer nail screw knit crochet quilt sew candle soap
    game card chess puzzle toy collect scrapbook hobby knife sharpen christmas gift balloon decorat party
    haus wohnung wand heizkörper heizung rauchmelder pflanze pflanzen garten erde gießen putzen reinigen schraube bohren maison mur plante jardin
    terre arroser nettoyer robinet couteau affûter affuter meule casa pared planta jardín tierra maceta regar limpiar grifo muro pianta giardino terra
    vaso innaffiare pulire rubinetto`,
  industrial: `
    tapping thread-cutting anneal temper quench solder-pot plating galvaniz powder-coat extrusion injection-mold sandblast rebar mortar brick bricklay masonry drywall-lift joist truss beam weld-bead stick-weld mig tig plasma cutter angle-grinder die lathe-tool vise clamp workbench shop-floor kanban lean-manufacturing osha msds chemical-spill forkman loader bulldozer backhoe drill-rig derrick refinery pipeline smelt
    machine machinery industrial factory plant manufactur production assembly line conveyor forklift pallet warehouse crane hoist rigging lathe mill
    milling cnc grinder grinding wheel spindle chuck drill press weld welding welder torch electrode arc flux cast casting mold mould forge anvil
    metal steel aluminum copper sheet rivet bolt bearing gear shaft pump compressor hydraulic pneumatic valve gauge micrometer caliper calibrat tolerance
    inspect inspection lockout tagout lock out isolate hazard ppe glove goggles hard hat safety guard operator maintenance lubricat grease boiler
    turbine generator transformer concrete cement slump rebar scaffold excavat mining quarry pipe flange torque wrench quality control batch
    construction site load workpiece shift supervisor
    maschine fabrik schweißen beton stapler schleif messschieber atelier usine souder béton machine meule máquina fábrica soldar hormigón
    fabbrica saldare macchina calcestruzzo`,
  religion: `
    pagan wicca wiccan spell deity goddess angel devil demon hell heaven sin repent salvation evangeli missionary mormon lds jehovah witness amish quaker orthodox icon theology atheist agnostic spiritual soul meditate chakra zen tao taois confuci shinto feng-shui tarot horoscope astrolog zodiac sabbat tithe verse chapter devotion worshipper allah muhammad hijab halal niqab zakat surah krishna shiva vishnu ganesh temple
    religion religious god pray prayer praying church mass bible gospel scripture psalm christian catholic protestant jesus christ easter advent
    christmas wreath lent baptism baptize communion confession rosary saint priest pastor sermon hymn altar bless blessing holy spirit faith worship
    jewish judaism torah synagogue rabbi shabbat sabbath kosher passover seder hanukkah menorah candle challah mezuzah islam muslim quran mosque imam
    wudu salah prayer ramadan fast fasting eid hajj mecca hindu puja temple mantra diwali buddhis monk meditat dharma sikh gurdwara guru
    langar shrine pilgrim ritual incense offering sacred ceremony altar kneel bow
    beten gebet kirche gottesdienst bibel ostern advent taufe kerze prier prière église messe bible pâques baptême rezar oración iglesia misa
    biblia pascua bautismo pregare preghiera chiesa messa bibbia pasqua battesimo`,
  "science-technology": `
    volumetric balance beam scale graduated meniscus reagent isotope proton electron energy heat thermodynamic wave optic photon fossil mineral rock geology ecology insect species anatomy gene protein cell math arithmetic polynomial quadratic factor percentage average exponent ratio binary hexadecimal decimal coordinate vector trigonometr sine cosine calculus inverse conversion convert celsius fahrenheit meter kilogram algebraic excel formula code coding java c++ php sql unity arduino
    science scientific experiment laboratory lab beaker flask test tube pipette solution solute solvent acid base ph indicator litmus titrat molecule
    atom chemical chemistry reaction reagent catalyst crystal crystalliz evaporat precipitate filter density mass volume displacement graduated cylinder physics force
    gravity velocity acceleration pendulum magnet electric lens prism telescope microscope slide specimen cell dna extract enzyme bacteria
    biology botany math mathematics algebra equation solve variable fraction decimal percent divide multiply subtract square root derivative integral
    matrix triangle angle circle geometry proof theorem statistics mean median variance standard deviation probability graph axis plot slope logarithm
    calculat number sum formula algorithm code programming python javascript html function compile database astronomy star planet moon eclipse
    weather rocket robot measure data hypothesis temperature
    versuch experiment lösung säure dichte gleichung rechnen kristall expérience solution acide densité équation calculer cristaux experimento
    solución ácido densidad ecuación calcular cristal esperimento soluzione acido densità equazione calcolare cristalli cristallo`,
  "sports-fitness": `
    curling pole vault triple karate taekwondo martial fencing cricket rugby lacrosse dodgeball bowling billiard pool rowing wakeboard skateboard scooter rollerblade parkour somersault backflip split flexib ab abs glute hamstring bicep tricep calf thigh jumping treadmill elliptical marathon triathlon coach tournament league match score player team hammer shin guard frisbee disc cheer cheerlead ballet swing wrestler wwe mma ufc
    sport fitness exercise workout gym train training coach athlete team warm-up warmup stretch squat deadlift bench press barbell dumbbell kettlebell
    plate rep reps sets plank push-up pushup pull-up lunge core muscle cardio run running jog sprint interval marathon pace lap yoga pose pilates swim
    swimming pool stroke dive bike cycling ride tennis racket serve badminton golf club swing soccer football basketball dribble shoot baseball bat
    pitch volleyball hockey skate skateboard ski skiing snowboard wax surf paddle kayak row boxing punch wrap glove wrestle judo karate climb climbing rope
    harness belay knot figure-eight gymnast cartwheel handstand jump hurdle javelin throw ball goal referee archery bow arrow fishing
    trainieren laufen dehnen schwimmen übung aufwärmen courir étirer nager entraînement échauffement correr estirar nadar entrenamiento ejercicio
    calentamiento correre allenamento nuotare esercizio riscaldamento boxe pugile pugno fascia fasciare polso nocche`,
  transportation: `
    license-plate wiper fuse rearview windscreen windshield valve stem jack axle suspension shock strut caliper ignition starter carburetor throttle piston cylinder gasket camshaft timing odometer dashboard airbag seatbelt speed pedestrian roundabout intersection stoplight signal merge turnpike toll carpool uber lyft motorbike harley quad atv snowmobile jet-ski yacht sailboat dock boat knot rope train-driver truck-driver tractor
    car vehicle truck van motorcycle moped scooter bicycle bike tire tyre wheel rim tube inner lug jack spare engine motor oil dipstick filter
    brake pad rotor clutch gear transmission radiator coolant battery jumper cable jump-start spark plug alternator belt exhaust muffler headlight
    windshield wiper bumper fender hood bonnet trunk steering mirror parallel park parking reverse lane highway road traffic drive driver driving
    license gas fuel diesel petrol pump garage mechanic derailleur chain pedal crank handlebar saddle seat bus subway train tram taxi boat sail
    anchor ship ferry airplane pilot aircraft cockpit takeoff runway drone trailer tow hitch
    auto fahrrad reifen rad kette motor öl bremse fahren parken kettenblatt voiture vélo pneu roue chaîne moteur huile frein conduire coche bicicleta
    neumático rueda cadena motor freno conducir auto bicicletta gomma ruota catena motore freno guidare`,
  "travel-tourism": `
    disney disneyland theme-park roller cruise safari backpacker hitchhike couchsurf layover stopover boarding-pass tsa economy upgrade frequent-flyer mile lounge resort beach island europe paris london york tokyo india thailand mexico australia canada hawaii tourist-trap tip tipping vaccinate traveller homesick abroad expat emigrate immigrate visit attraction campground rv caravan motorhome vending
    travel traveler trip tour tourist vacation holiday destination itinerary flight airline airport boarding luggage suitcase baggage carry-on pack
    packing passport visa customs embassy consulate hotel hostel reservation book booking airbnb check-in hike hiking trail backpack camp camping
    campsite tent pitch sleeping stakes pole stove campfire stream map compass guidebook sightseeing museum beach cruise rental rent abroad currency exchange
    jet lag souvenir ticket train station ranger national park mountain summit water purif phrasebook foreign country itinerary lodging
    reise reisen koffer flug flughafen hotel reisepass wandern zelt voyage valise vol aéroport hôtel passeport randonnée tente viaje maleta vuelo
    aeropuerto hotel pasaporte consulado embajada senderismo tienda viaggio valigia volo aeroporto albergo passaporto escursione tenda`,
};

/** Words of the lists above that leave little doubt: they count so many times. */
export const CERTAIN = 2.5;
export const CORE: Readonly<Record<Topic, string>> = {
  "art-design":
    "draw drawing sketch paint painting watercolour watercolor acrylic linocut print engrav pottery sculpt origami calligraphy perspective pamphlet guitar piano illustrat malen zeichnen dessiner peindre dibujar pintar disegnare dipingere camiseta teñir",
  "crime-law":
    "legal lawyer attorney court lawsuit claim theft stolen fraud police divorce tenant landlord lease eviction dispute complain complaint contract notary subpoena anwalt klage anzeige kündig plainte résilier bailleur locataire abogado denuncia denunciar avvocato denuncia",
  "education-jobs":
    "study studying exam essay lesson homework student teacher flashcard resume cv interview employer job internship scholarship thesis recommendation lernen prüfung bewerbung bewerb lebenslauf candidature examen étudier entrevista bewerbungsmappe colloquio",
  "electronics-hardware":
    "computer laptop desktop motherboard processor usb ethernet router wifi bluetooth smartphone iphone android solder circuit resistor multimeter battery batteries ssd software click löten akku ordinateur imprimante ordenador stampante",
  "fashion-beauty":
    "shirt dress skirt jeans sweater sew hem button makeup eyeliner mascara lipstick manicure nail haircut hair braid shampoo eyebrow shoe suede knopf nähen nagel cheveux coudre ourlet botón coser planchar cucire unghia",
  "food-dining":
    "recipe bake roast simmer flour sugar butter oven skillet dough soup salad sauce cake bread cook kochen backen teig recette crêpe cuire receta cocinar tortilla ricetta pasta pesto",
  health:
    "medicine medication doctor symptom wound bleed nosebleed burn bandage cpr tick blood pressure pill fever pain sprain symptom infection disease surgery epinephrine anxiety depression medikament wunde blutdruck verband médicament plaie esguince medicamento herida ferita medicina",
  "home-hobbies":
    "ceiling floor wallpaper tap faucet toilet sink drain plumb radiator thermostat garden lawn plant seedling repot compost pet dog cat puppy hamster knit crochet furniture cabinet wallpaper candle slime trick heizkörper pflanze garten jardin jardín giardino",
  industrial:
    "machine machinery forklift weld lathe mill cnc grinder micrometer lockout tagout concrete pallet crane conveyor workpiece scaffold calibrat boiler hydraulic maschine fabrik usine máquina fábrica fabbrica",
  religion:
    "god pray prayer church mass bible torah synagogue shabbat passover seder hanukkah menorah mosque quran wudu ramadan hindu puja gurdwara buddhis advent baptism lent communion rosary gebet kirche gottesdienst prière église oración iglesia preghiera chiesa",
  "science-technology":
    "experiment laboratory dna enzyme molecule titrat indicator density crystal microscope telescope equation algebra fraction derivative integral standard deviation probability variance python algorithm dichte kristall versuch expérience densité ecuación cristal cristalli densità",
  "sports-fitness":
    "workout squat deadlift barbell dumbbell push-up run running sprint interval yoga swim swimming tennis golf soccer football basketball ski skiing snowboard boxing climb climbing harness laufen schwimmen courir nager correr nadar correre nuotare boxe",
  transportation:
    "car vehicle truck motorcycle bicycle tire tyre engine brake clutch jump-start parallel parking derailleur driving dipstick fahrrad reifen bremse voiture vélo pneu coche bicicleta neumático gomma",
  "travel-tourism":
    "travel trip itinerary flight airline airport luggage suitcase carry-on passport visa embassy hotel hostel hike camping tent rental backpack reise reisepass koffer zelt voyage valise passeport viaje maleta pasaporte viaggio valigia passaporto",
};
