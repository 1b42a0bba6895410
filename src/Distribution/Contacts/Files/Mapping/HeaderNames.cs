using Distribution.Contacts.Files.Values;

namespace Distribution.Contacts.Files.Mapping;

/// <summary>
/// The names that columns have in English, French and Spanish, and in the exports of other tools. Letter case, accents, punctuation and
/// numbers do not matter.
/// </summary>
internal static class HeaderNames
{
    /// <summary>Target to names.</summary>
    public static IReadOnlyList<(string Target, string[] Names)> Table { get; } =
    [
        ("address",
        [
            "address", "email", "e-mail address", "mail", "mail address", "email 1 value", "primary email", "work email",
            "courriel", "adresse e-mail", "adresse électronique", "adresse courriel", "adresse mail", "adresse de messagerie", "mél",
            "correo", "correo electrónico", "dirección de correo electrónico", "dirección de correo", "dirección electrónica",
        ]),
        ("otherAddresses",
        [
            "other addresses", "additional email addresses", "other email", "secondary email", "alternative email", "personal email",
            "home email",
            "autre adresse e-mail", "autres adresses", "autre courriel", "otro correo", "otro correo electrónico", "otras direcciones",
        ]),
        ("name",
        [
            "name", "full name", "display name", "contact", "contact name", "journalist", "person",
            "nom complet", "nom et prénom", "prénom et nom", "journaliste", "nombre completo", "nombre y apellidos", "periodista",
            "contacto",
        ]),
        ("givenName",
        [
            "given name", "first name", "forename", "fname", "middle name", "additional name",
            "prénom", "prénoms", "deuxième prénom", "nombre", "nombres", "nombre de pila", "segundo nombre",
        ]),
        ("familyName",
        [
            "family name", "last name", "surname", "lname", "nom de famille", "nom", "apellido", "apellidos", "primer apellido",
            "segundo apellido",
        ]),
        ("phones",
        [
            "phones", "phone", "telephone", "phone number", "telephone number", "tel", "primary phone", "phone 1 value", "other phone",
            "téléphone", "numéro de téléphone", "teléfono", "teléfonos", "número de teléfono",
        ]),
        ("phones:mobile",
        [
            "mobile", "mobile phone", "mobile phone number", "mobile number", "cell", "cell phone", "cellphone",
            "portable", "téléphone portable", "téléphone mobile", "móvil", "teléfono móvil", "celular", "teléfono celular",
        ]),
        ("phones:work",
        [
            "business phone", "work phone", "office phone", "company main phone", "direct line",
            "téléphone professionnel", "téléphone bureau", "tél. bureau", "teléfono del trabajo", "teléfono de la oficina",
            "teléfono profesional",
        ]),
        ("phones:home", ["home phone", "téléphone personnel", "téléphone domicile", "teléfono particular", "teléfono de casa"]),
        ("phones:fax",
        [
            "fax", "fax number", "business fax", "work fax", "home fax", "other fax", "telefax",
            "télécopie", "télécopieur", "numéro de fax", "número de fax",
        ]),
        ("phoneKinds", ["phone kinds", "phone 1 type", "phone 1 label"]),
        ("handles", ["handles", "social media", "social networks", "réseaux sociaux", "redes sociales"]),
        ("handles:twitter", ["twitter", "twitter username", "twitter handle", "x", "x (twitter)"]),
        ("handles:mastodon", ["mastodon"]),
        ("handles:bluesky", ["bluesky"]),
        ("handles:instagram", ["instagram"]),
        ("handles:facebook", ["facebook"]),
        ("handles:linkedin", ["linkedin", "linkedin url", "linkedin bio", "linkedin profile"]),
        ("handles:tiktok", ["tiktok"]),
        ("handles:youtube", ["youtube"]),
        ("handles:telegram", ["telegram"]),
        ("handles:whatsapp", ["whatsapp"]),
        ("handles:skype", ["skype"]),
        ("handles:website",
        [
            "website",
            "website url",
            "website 1 value",
            "web page",
            "web",
            "site",
            "site web",
            "sitio web",
            "página web",
            "url"
        ]),
        ("outlet",
        [
            "outlet", "media outlet", "medium", "publication", "company", "company name", "organisation", "organization",
            "organization name",
            "organization 1 name", "employer", "newspaper", "associated company",
            "média", "médias", "entreprise", "société", "journal", "rédaction",
            "medio", "medio de comunicación", "empresa", "organización", "publicación", "periódico",
        ]),
        ("role",
        [
            "role", "title", "job title", "position", "organization title", "organization 1 title", "occupation",
            "fonction", "poste", "titre", "cargo", "puesto", "función",
        ]),
        ("outletType",
        [
            "outlet type",
            "media type",
            "type of media",
            "type de média",
            "tipo de medio",
            "tipo de mídia",
            "tipo de veículo"
        ]),
        ("topics",
        [
            "topics", "topic", "beat", "beats", "interests", "interest", "subjects", "themes", "specialty",
            "sujets", "sujet", "thèmes", "thème", "thématiques", "rubrique", "rubriques", "temas", "tema", "intereses", "sección",
            "secciones",
        ]),
        ("countries",
        [
            "countries", "country", "country code", "country/region", "address 1 country", "business country", "business country/region",
            "home country", "home country/region", "other country", "other country/region", "cc",
            "pays", "pays/région", "país", "países", "país/región",
        ]),
        ("languages",
        [
            "languages", "language", "lang", "preferred language", "langue", "langues", "langue préférée",
            "idioma", "idiomas", "idioma preferido", "lengua",
        ]),
        ("timeZone", ["time zone", "timezone", "tz", "fuseau horaire", "zona horaria", "huso horario"]),
        ("notes",
        [
            "notes", "note", "comment", "comments", "remarks", "remarques", "remarque", "commentaire", "commentaires",
            "notas", "nota", "comentario", "comentarios", "observaciones",
        ]),
        ("tags",
        [
            "tags", "tag", "labels", "label", "categories", "category", "groups", "group membership", "keywords",
            "étiquettes", "étiquette", "catégories", "catégorie", "groupes", "mots-clés",
            "etiquetas", "etiqueta", "categorías", "categoría", "grupos", "palabras clave",
        ]),
        ("source", ["source", "data source", "source des données", "origine", "fuente", "origen", "fuente de datos"]),
        ("mailStatus",
        [
            "status", "mail status", "reason", "suppression reason", "email status", "subscription status", "subscriber status",
            "subscriber state", "contact status", "member status",
            "email permission status", "marketing status", "marketing contact status", "email marketing status",
            "statut", "statut d'abonnement", "statut de l'abonné", "statut du contact", "statut e-mail",
            "estatus", "situación", "estado de suscripción", "estado de la suscripción", "estado del contacto", "estado del suscriptor",
        ]),
        ("mailStatus:subscribed",
        [
            "subscribed", "opt in", "opted in", "email opt in", "double opt in", "consent", "email consent", "marketing consent",
            "accepts marketing",
            "accepts email marketing", "is subscribed", "abonné", "abonnée", "inscrit", "consentement", "accepte les e-mails",
            "accepte la newsletter",
            "suscrito", "suscrita", "consentimiento", "acepta correos", "acepta publicidad",
        ]),
        ("mailStatus:unsubscribed",
        [
            "unsubscribed", "is unsubscribed", "opt out", "opted out", "opted out of email", "has unsubscribed",
            "désabonné", "désabonnée", "désinscrit", "désinscrite", "dado de baja", "dada de baja", "baja", "desuscrito",
        ]),
        ("mailStatus:unsubscribed-reason",
        [
            "unsub time", "unsub reason", "unsub reason other", "unsub campaign title", "unsub campaign id", "unsubscribe date",
            "unsubscribed date",
            "unsubscribed on", "unsubscribed at", "date unsubscribed", "unsubscribe reason", "unsubscribe time", "opt out date",
            "opt out time", "cancelled at",
            "date de désinscription", "date de désabonnement", "désinscrit le", "motif de désinscription", "motif de désabonnement",
            "fecha de baja", "motivo de baja", "motivo de la baja",
        ]),
        ("mailStatus:blocked",
        [
            "unsubscribed from all email", "unsubscribed from all emails", "unsubscribed from all", "email opt out",
            "has opted out of email", "do not contact",
            "do not email", "do not mail", "no bulk emails", "no bulk emails user opt out", "blocklisted", "blacklisted", "blocklist",
            "blacklist",
            "email blocklisted", "email blacklisted", "blocked", "suppressed", "global unsubscribe",
            "désabonné de tous les e-mails", "désinscrit de tous les e-mails", "ne pas contacter", "refuse les e-mails", "liste noire",
            "bloqué", "opposition",
            "dado de baja de todos los correos", "no contactar", "no enviar", "no enviar correos", "lista negra", "bloqueado",
        ]),
        ("mailStatus:bounced",
        [
            "bounced", "hard bounced", "hard bounce", "is email bounced", "email bounced", "email hard bounced", "invalid email address",
            "invalid email",
            "email address quarantined", "on hold", "email on hold", "rebond", "rebond définitif", "adresse invalide", "rebote",
            "rebote duro", "rebotado",
            "dirección no válida", "correo no válido",
        ]),
        ("mailStatus:bounced-reason",
        [
            "clean time", "clean campaign title", "clean campaign id", "email hard bounce reason", "email hard bounce reason enum",
            "hard bounce reason",
            "hard bounce date", "bounce reason", "bounce date", "bounced date", "bounced at", "bounced on", "email bounced reason",
            "email bounced date",
            "email quarantine reason", "email address quarantine reason", "motif du rebond", "date du rebond", "motivo del rebote",
            "fecha del rebote",
        ]),
        ("mailStatus:complained",
        [
            "complained", "complaint", "spam complaint", "marked as spam", "reported as spam", "spam report", "plainte",
            "signalé comme spam",
            "queja", "marcado como spam", "denunciado como spam",
        ]),
        ("mailStatus:complained-reason",
        ["complaint date", "complained at", "complained on", "spam complaint date", "date de la plainte", "fecha de la queja"]),
        ("attributes", ["attributes", "attribs"]),
    ];

    private static readonly Dictionary<string, ColumnTarget> Targets = Table
        .SelectMany(entry => entry.Names.Select(name => (Name: Key(name), Target: ColumnTarget.Parse(entry.Target)!)))
        .Concat(Enum.GetValues<ContactField>().Select(field => (Name: Key(ColumnTarget.NameOf(field)), Target: new ColumnTarget(field))))
        .DistinctBy(entry => entry.Name)
        .ToDictionary(entry => entry.Name, entry => entry.Target);

    /// <summary>Where the cells of a column of that name go; null when the name says nothing.</summary>
    public static ColumnTarget? Find(string header) => Targets.GetValueOrDefault(Key(header)) ?? OptOutOf(header);

    /// <summary>HubSpot has a column for each kind of mail: <c>Opted out of email: Press</c>.</summary>
    private static ColumnTarget? OptOutOf(string header) =>
        header.StartsWith("Opted out of email", StringComparison.OrdinalIgnoreCase) ? new(ContactField.MailStatus, "unsubscribed") : null;

    private static string Key(string header) => Folding.WithoutDigits(Folding.Fold(header));
}
