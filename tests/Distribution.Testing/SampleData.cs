using Distribution.Audiences.MediaLists;
using Distribution.Mail.Rendering;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;

namespace Distribution.Testing;

/// <summary>A release about a workshop in Kingston, told by the Port of Spain office of an invented trust, in four languages.</summary>
public static class SampleData
{
    public static Organisation Organisation { get; } = new()
    {
        Names = new(new Dictionary<string, string>
        {
            ["en"] = "Caribbean Reef Trust",
            ["fr"] = "Fonds caribéen des récifs",
            ["es"] = "Fondo Caribeño de Arrecifes",
            ["ar"] = "صندوق شعاب الكاريبي",
        }),
        Languages = ["en", "fr", "es", "ar"],
        Boilerplate = new(new Dictionary<string, string>
        {
            ["en"] = "The Caribbean Reef Trust helps fourteen island states look after their reefs. More at <https://reefs.example.org>.",
            ["fr"] =
                "Le Fonds caribéen des récifs aide quatorze États insulaires à prendre soin de leurs récifs. Plus : "
                    + "<https://reefs.example.org>.",
            ["es"] =
                "El Fondo Caribeño de Arrecifes ayuda a catorce Estados insulares a cuidar sus arrecifes. Más en "
                    + "<https://reefs.example.org>.",
            ["ar"] = "يساعد صندوق شعاب الكاريبي أربع عشرة دولة جزرية على رعاية شعابها المرجانية.",
        }),
        PostalAddress = "12 Harbour Row\nPort of Spain\nTrinidad and Tobago",
        Website = "https://reefs.example.org",
        SenderAddress = "press@reefs.example.org",
    };

    public static Office Office { get; } = new()
    {
        Id = "port-of-spain",
        Names = new(new Dictionary<string, string>
        {
            ["en"] = "Port of Spain",
            ["fr"] = "Port-d’Espagne",
            ["es"] = "Puerto España",
            ["ar"] = "بورت أوف سبين",
        }),
        Country = "TT",
        TimeZone = "America/Port_of_Spain",
        Phone = "+18685550100",
        ReplyAddress = "portofspain@reefs.example.org",
    };

    public static PressOfficer Maelle { get; } = new()
    {
        Id = "maelle",
        Office = Office.Id,
        Name = "Maëlle Baptiste",
        Title = new(new Dictionary<string, string>
        {
            ["en"] = "Press officer",
            ["fr"] = "Attachée de presse",
            ["es"] = "Responsable de prensa",
            ["ar"] = "مسؤولة صحفية",
        }),
        Email = "maelle@reefs.example.org",
        Phones = [new() { Number = "+18685550142", Kind = PressOfficerPhoneKind.Desk, Visibility = PhoneVisibility.Web }],
        Languages = ["fr", "en"],
    };

    public static PressOfficer Rohan { get; } = new()
    {
        Id = "rohan",
        Office = Office.Id,
        Name = "Rohan Ali",
        Email = "rohan@reefs.example.org",
        Languages = ["en", "es"],
    };

    public static IReadOnlyDictionary<string, MediaList> Lists { get; } = new[]
    {
        new MediaList
        {
            Id = "caribbean-press",
            Names = new(new Dictionary<string, string>
            {
                ["en"] = "Caribbean press", ["fr"] = "Presse des Caraïbes", ["es"] = "Prensa del Caribe", ["ar"] = "صحافة الكاريبي",
            }),
            Public = true,
        },
        new MediaList
        {
            Id = "agencies",
            Names = new(new Dictionary<string, string>
            {
                ["en"] = "News agencies",
                ["fr"] = "Agences de presse",
                ["es"] = "Agencias de noticias",
                ["ar"] = "وكالات الأنباء"
            }),
        },
    }.ToDictionary(list => list.Id);

    public static Translation English { get; } = new()
    {
        Language = "en",
        Headline = "Four island states agree on one way to count what bleaching takes",
        Subheading = "Technicians meet in Kingston for two days of diving, data and argument",
        Dateline = "Kingston",
        Summary = "Reef technicians from four countries leave a Kingston workshop with a shared survey sheet.",
        Body = """
            Reef technicians from the Bahamas, Barbados, Jamaica and Saint Lucia end a two-day workshop here today with a single survey sheet: for the first time, a bleached coral in Carlisle Bay will be counted as it is in Discovery Bay.

            > “Each of us had good numbers, and none of us could add them up,” said **Althea Grant**, who leads the trust’s science desk. “Now we can.”

            ## What changes

            - Divers note *depth, cover and colour* on one waterproof card.
            - Each country sends its counts by the fifth of the month.
            - A first joint map follows in June.

            The sheet and a short guide are [free to use](https://reefs.example.org/sheet). A second workshop is planned in Castries.
            """,
        Slug = "one-way-to-count-bleaching",
    };

    public static Translation French { get; } = new()
    {
        Language = "fr",
        Headline = "Quatre États insulaires s’accordent sur une façon de mesurer le blanchissement",
        Subheading = "À Kingston, deux jours de plongée, de données et de débats entre techniciens",
        Dateline = "Kingston",
        Summary = "Des techniciens de quatre pays quittent Kingston avec une fiche de relevé commune.",
        Body = """
            Kingston, 12 mars – Des techniciens des récifs venus des Bahamas, de la Barbade, de la Jamaïque et de Sainte-Lucie achèvent aujourd’hui un atelier de deux jours avec une fiche de relevé unique : un corail blanchi sera enfin compté de la même façon partout.

            > « Chacun de nous avait de bons chiffres, et personne ne pouvait les additionner », a dit **Althea Grant**, qui dirige le pôle scientifique. « À présent, nous le pouvons. »

            La fiche et un bref guide sont [libres d’emploi](https://reefs.example.org/fiche). Un second atelier est prévu à Castries.
            """,
        Slug = "mesurer-le-blanchissement",
    };

    public static Translation Spanish { get; } = new()
    {
        Language = "es",
        Headline = "Cuatro Estados insulares acuerdan una sola manera de contar el blanqueamiento",
        Body = """
            Técnicos de arrecifes de las Bahamas, Barbados, Jamaica y Santa Lucía terminan hoy en Kingston un taller de dos días con una única ficha de registro.

            1. Una sola tarjeta para todos los buzos.
            2. Un envío de datos cada mes.

            La ficha es de [uso libre](https://reefs.example.org/ficha).
            """,
        Slug = "contar-el-blanqueamiento",
    };

    public static Translation Arabic { get; } = new()
    {
        Language = "ar",
        Headline = "أربع دول جزرية تتفق على طريقة واحدة لقياس ابيضاض المرجان",
        Dateline = "كينغستون",
        Body = """
            اختتم فنيّو الشعاب المرجانية من جزر البهاما وبربادوس وجامايكا وسانت لوسيا اليوم ورشة عمل استمرت يومين بالاتفاق على استمارة مسح موحّدة.

            > قالت **ألثيا غرانت**: «كانت لدى كل منا أرقام جيدة، ولم يكن أحد قادرًا على جمعها».

            الاستمارة [متاحة مجانًا](https://reefs.example.org/sheet).
            """,
        Slug = "ar-coral-bleaching",
    };

    public static Release Release { get; } = new()
    {
        Id = "0123456789abcdef0123456789abcdef",
        Office = Office.Id,
        PressOfficers = [Maelle.Id, Rohan.Id],
        Audience = new() { Lists = [.. Lists.Keys] },
        OriginalLanguage = "en",
        State = ReleaseState.Dispatching,
        SendAt = new(2026, 3, 12, 14, 0, 0, TimeSpan.Zero),
        CreatedBy = "maelle",
        CreatedAt = new(2026, 3, 11, 9, 0, 0, TimeSpan.Zero),
        ReleasedAt = new(2026, 3, 12, 14, 0, 0, TimeSpan.Zero),
    };

    public static MailContext Context { get; } = new(
        Organisation, Office, [new(Maelle, Office), new(Rohan, Office)], Release, [English, French, Spanish, Arabic], Lists);

    public static MailRecipient Recipient(params string[] languages) => new(
        "0a1b2c.d4e5f6@mail.reefs.example.org",
        "rosa@paper.example.com",
        "Rosa Núñez",
        languages,
        ["caribbean-press", "agencies"],
        new string('t', 72));
}
