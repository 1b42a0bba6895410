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
        ("attributes", ["attributes", "attribs"]),
    ];

    private static readonly Dictionary<string, ColumnTarget> Targets = Table
        .SelectMany(entry => entry.Names.Select(name => (Name: Key(name), Target: ColumnTarget.Parse(entry.Target)!)))
        .Concat(Enum.GetValues<ContactField>().Select(field => (Name: Key(ColumnTarget.NameOf(field)), Target: new ColumnTarget(field))))
        .DistinctBy(entry => entry.Name)
        .ToDictionary(entry => entry.Name, entry => entry.Target);

    /// <summary>Where the cells of a column of that name go; null when the name says nothing.</summary>
    public static ColumnTarget? Find(string header) => Targets.GetValueOrDefault(Key(header));

    private static string Key(string header) => Folding.WithoutDigits(Folding.Fold(header));
}
