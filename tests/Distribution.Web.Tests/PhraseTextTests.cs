using System.Reflection;
using System.Text.RegularExpressions;
using Distribution.Audiences.Selection;
using Distribution.Mail.Notices;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Languages;
using Distribution.Testing;

namespace Distribution.Web.Tests;

/// <summary>Looks at every sentence of every phrase file as somebody who writes the language would.</summary>
public sealed partial class PhraseTextTests
{
    private const string Mark = ".Phrases.";

    /// <summary>
    /// Places that hold the number of something: they need a form for each plural category. A unit, such as kB, has one form.
    /// </summary>
    private static readonly string[] Counts = ["audience", "length", "more", "most", "readers", "usual"];

    private static readonly IReadOnlyList<(string Language, string Key, string Text)> All =
    [
        .. from assembly in new[] { typeof(Phrases).Assembly, typeof(DistributionWeb).Assembly }
           from folder in assembly.GetManifestResourceNames().Where(name => name.Contains(Mark, StringComparison.Ordinal)).Select(Folder)
               .Distinct()
           from phrases in new PhraseBook(assembly, folder).All
           from text in phrases.Texts
           where !folder.EndsWith("Times.Phrases", StringComparison.Ordinal) && !text.Key.StartsWith("date", StringComparison.Ordinal)
           select (phrases.Language, text.Key, text.Value),
    ];

    [Fact]
    public void A_sentence_names_no_id_and_no_date_of_a_machine() =>
        Assert.DoesNotContain(All, text => MachineWord().IsMatch(PlaceOrForms().Replace(text.Text, "")));

    [Fact]
    public void A_date_in_a_sentence_is_written_in_words() => Assert.Empty(
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*", SearchOption.AllDirectories)
        where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
        from line in File.ReadLines(file)
        where MachineDate().IsMatch(line)
        select $"{file}: {line.Trim()}");

    [Fact]
    public void A_number_has_a_form_for_each_plural_category_of_the_language()
    {
        Assert.DoesNotContain(All, text => Counts.Any(count => text.Text.Contains($"{{{count}}}", StringComparison.Ordinal)));
        foreach (var text in All)
        {
            Assert.NotEmpty(PluralRule.Categories(text.Language));
            Assert.All(Plural().Matches(text.Text), match => Assert.Equal(
                PluralRule.Categories(text.Language),
                Category().Matches(match.Value).Select(found => found.Groups[1].Value)));
        }
    }

    [Fact]
    public void French_has_a_no_break_space_before_double_signs_and_inside_quotation_marks() =>
        Assert.DoesNotContain(Of("fr"), text => FrenchWithoutSpace().IsMatch(text.Text));

    [Fact]
    public void A_page_writes_a_colon_after_a_phrase_as_its_language_does() => Assert.Empty(
        from file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.razor", SearchOption.AllDirectories)
        from line in File.ReadLines(file)
        where ColonOfCode().IsMatch(line)
        select $"{file}: {line.Trim()}");

    [Fact]
    public void Apostrophes_are_those_of_print() =>
        Assert.DoesNotContain(All, text => text.Language is "en" or "fr" && text.Text.Contains('\'', StringComparison.Ordinal));

    [Fact]
    public void Spanish_opens_its_questions_and_exclamations() => Assert.DoesNotContain(
        Of("es"),
        text => Count(text.Text, '?') != Count(text.Text, '¿') || Count(text.Text, '!') != Count(text.Text, '¡'));

    [Fact]
    public void Arabic_has_its_own_comma_and_question_mark() =>
        Assert.DoesNotContain(Of("ar"), text => LatinInArabic().IsMatch(PlaceOrForms().Replace(text.Text, "")));

    [Fact]
    public void Mails_to_users_name_every_outcome_and_every_reason_in_words()
    {
        var outcomes = Enum.GetNames<OutcomeState>().Select(name => $"outcome_{name.ToLowerInvariant()}");
        var reasons = typeof(AudienceRule).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .Select(field => $"excluded_{field.GetRawConstantValue()}");
        Assert.All(NoticePhrases.Book.All, phrases => Assert.Empty(outcomes.Concat(reasons).Except(phrases.Texts.Keys)));
    }

    private static IEnumerable<(string Language, string Key, string Text)> Of(string language) =>
        All.Where(text => text.Language == language);

    private static int Count(string text, char sign) => text.Count(found => found == sign);

    /// <summary>The folder as resource names have it, without the dot and the file.</summary>
    private static string Folder(string resource) => resource[..(resource.IndexOf(Mark, StringComparison.Ordinal) + Mark.Length - 1)];

    /// <summary>Camel case, an underscore inside a word, an ISO date, or a long run of hexadecimal digits.</summary>
    [GeneratedRegex(@"\b[a-z]{2,}[A-Z]\w*|\w_\w|\d{4}-\d{2}|\b[0-9a-f]{16,}\b")]
    private static partial Regex MachineWord();

    [GeneratedRegex("""\("(date|time|day)", [^;]*(yyyy|:u\}|ToString\("[uo]"\))""")]
    private static partial Regex MachineDate();

    [GeneratedRegex(@"\{\w+, plural,(\s*[a-z]+ \{[^{}]*\})+\}")]
    private static partial Regex Plural();

    [GeneratedRegex(@"([a-z]+) \{")]
    private static partial Regex Category();

    [GeneratedRegex(@"\{\w+(, plural,(\s*[a-z]+ \{[^{}]*\})+)?\}")]
    private static partial Regex PlaceOrForms();

    [GeneratedRegex(@"[^\u202f][;!?]|[^\u00a0](:(?![\w/])|»)|«[^\u00a0]")]
    private static partial Regex FrenchWithoutSpace();

    [GeneratedRegex("""Words(\["\w+"\]|\.Texts\.GetValueOrDefault\([^)]*\)): """)]
    private static partial Regex ColonOfCode();

    [GeneratedRegex("[,?;]")]
    private static partial Regex LatinInArabic();
}
