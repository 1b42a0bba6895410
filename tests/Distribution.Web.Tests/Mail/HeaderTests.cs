using System.Text;
using System.Text.RegularExpressions;
using ReceivedMail = Distribution.Testing.Smtp.ReceivedMail;

namespace Distribution.Web.Tests.Mail;

/// <summary>The headers of every kind of mail, as a relay received them, against the documents that define them.</summary>
public sealed partial class HeaderTests(EveryMail every) : IClassFixture<EveryMail>
{
    /// <summary>Mails to the lists of a release; the others are to one person about something of theirs.</summary>
    private static readonly string[] ToLists = ["release", "translation", "digest", "test"];

    private static readonly string[] ByHand = ["release", "translation", "test"];

    /// <summary>RFC 5322, section 3.6: the fields that a mail has once, or may have once.</summary>
    [Fact]
    public void Every_mail_has_its_fields_once_and_goes_to_one_mailbox() => ForEach((kind, mail, fields) =>
    {
        foreach (var name in new[] { "From", "Date", "To", "Subject", "Message-Id", "MIME-Version", "Content-Type", "Content-Language" })
            Assert.True(fields.Count(field => Is(field, name)) == 1, $"{kind} has {fields.Count(field => Is(field, name))} of {name}.");
        Assert.DoesNotContain(fields, field => Is(field, "Cc")
            || Is(field, "Bcc")
            || Is(field, "Sender")
            || field.Name.StartsWith("Resent", StringComparison.OrdinalIgnoreCase));
        Assert.Equal([mail.Recipient], mail.Message.To.Mailboxes.Select(mailbox => mailbox.Address));
        Assert.Equal(["press@harbour.example.org"], mail.Message.From.Mailboxes.Select(mailbox => mailbox.Address));
        Assert.Equal(
            ToLists.Contains(kind) && kind != "digest" ? 1 : fields.Count(field => Is(field, "Reply-To")), mail.Message.ReplyTo.Count);
    });

    /// <summary>RFC 5322, section 3.6.4: an id of its own, with our domain on its right.</summary>
    [Fact]
    public void No_two_mails_have_the_same_id()
    {
        var ids = every.Mails.Values.Select(mail => mail.Message.MessageId).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[A-Za-z0-9._-]+@[a-z0-9.-]*harbour\\.example\\.org$", id));
    }

    /// <summary>
    /// RFC 5322, section 2.1.1 for the length of lines; RFC 2047, section 2 for words and the lines that they stand on; RFC 5321, section
    /// 2.3.8 for their ends.
    /// </summary>
    [Fact]
    public void Lines_are_no_longer_than_they_may_be() => ForEach((kind, mail, _) =>
    {
        var raw = Encoding.Latin1.GetString(mail.Content.Span);
        Assert.DoesNotMatch("(?<!\r)\n|\r(?!\n)", raw);
        var lines = raw.Split("\r\n");
        Assert.All(lines, line => Assert.InRange(line.Length, 0, 998));
        var header = lines.TakeWhile(line => line.Length > 0).ToList();
        Assert.All(header, line => Assert.True(Ascii.IsValid(line), $"{kind}: {line}"));
        Assert.All(header.Where(line => line.Contains("=?", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 1, 76));
        Assert.All(
            EncodedWord().Matches(string.Join('\n', header)).Select(match => match.Value), word => Assert.InRange(word.Length, 1, 75));
    });

    /// <summary>RFC 2369, sections 2 and 3: each is a list of URLs in angle brackets, the best first; List-Post may say NO.</summary>
    [Fact]
    public void Mails_to_lists_say_how_to_unsubscribe_where_to_ask_and_that_nobody_posts() => ForEach((kind, mail, fields) =>
    {
        if (!ToLists.Contains(kind))
        {
            Assert.DoesNotContain(fields, field => field.Name.StartsWith("List-", StringComparison.OrdinalIgnoreCase));
            return;
        }

        foreach (var name in new[] { "List-Help", "List-Owner", "List-Archive", "List-Unsubscribe" })
            Assert.Matches("^ ?<[a-z]+:[!-~]+>(, <[a-z]+:[!-~]+>)*$", Value(fields, name));
        Assert.StartsWith("<https://press.example.org/unsubscribe/", Value(fields, "List-Unsubscribe").Trim(), StringComparison.Ordinal);
        Assert.StartsWith("<mailto:", Value(fields, "List-Owner").Trim(), StringComparison.Ordinal);
        Assert.Equal("NO", Value(fields, "List-Post").Trim());
    });

    /// <summary>RFC 6068, section 2: what stands in the subject is escaped; the token in it is that of the web address.</summary>
    [Fact]
    public void The_mail_that_unsubscribes_has_the_token_of_the_web_address() => ForEach((kind, _, fields) =>
    {
        if (!ToLists.Contains(kind) || kind == "test") return;
        var ways = Way().Matches(Value(fields, "List-Unsubscribe")).Select(match => match.Groups[1].Value).ToList();
        Assert.Equal(2, ways.Count);
        Assert.Equal($"mailto:leave@harbour.example.org?subject=unsubscribe%20{ways[0].Split('/')[^1]}", ways[1]);
    });

    /// <summary>RFC 8058, section 3.1: the header as it stands there, and one HTTPS address beside it.</summary>
    [Fact]
    public void One_click_is_offered_in_the_words_of_its_document() => ForEach((kind, _, fields) =>
    {
        if (!ToLists.Contains(kind)) return;
        Assert.Equal("List-Unsubscribe=One-Click", Value(fields, "List-Unsubscribe-Post").Trim());
        Assert.Single(
            Way().Matches(Value(fields, "List-Unsubscribe")),
            match => match.Groups[1].Value.StartsWith("https:", StringComparison.Ordinal));
    });

    /// <summary>
    /// RFC 2919, sections 2 and 3: the same identifier in every mail to a list, in whatever language, at most 255 characters long.
    /// </summary>
    [Fact]
    public void A_list_has_one_identifier()
    {
        var ids = ToLists.Select(kind => Value(Fields(every.Mails[kind]), "List-Id")).Select(id => id.Split('<', '>')[1]).Distinct();
        Assert.Equal("press.lists.press.example.org", Assert.Single(ids));
    }

    /// <summary>
    /// RFC 3834, section 5: mails that nobody sent by hand say so, that no answering machine answers; releases are sent by people.
    /// </summary>
    [Fact]
    public void Mails_of_the_program_itself_say_that_they_are_automatic() => ForEach((kind, _, fields) =>
    {
        var automatic = fields.Where(field => Is(field, "Auto-Submitted")).Select(field => field.Value.Trim());
        Assert.Equal(ByHand.Contains(kind) ? [] : ["auto-generated"], automatic);
    });

    /// <summary>
    /// MS-OXCMAIL, section 2.1.3.2.20: what Exchange heeds, which heeds neither Auto-Submitted nor List-Id; reports still come. No
    /// Precedence: RFC 2076, section 3.9, discourages it, and RFC 3834 has answering machines look at List-Id.
    /// </summary>
    [Fact]
    public void No_mail_is_answered_by_an_absence_notice_and_bounces_come() => ForEach((kind, _, fields) =>
    {
        Assert.Equal("OOF, AutoReply", Value(fields, "X-Auto-Response-Suppress").Trim());
        Assert.DoesNotContain(fields, field => Is(field, "Precedence"));
    });

    /// <summary>RFC 2045, section 4, and RFC 3282, section 2, with the tags of RFC 5646.</summary>
    [Fact]
    public void Every_mail_names_its_version_of_MIME_and_its_language() => ForEach((_, _, fields) =>
    {
        Assert.Equal("1.0", Value(fields, "MIME-Version").Trim());
        Assert.Matches("^(en|fr|es)$", Value(fields, "Content-Language").Trim());
    });

    /// <summary>
    /// RFC 6376, sections 3.5 and 5.4: From must be signed; RFC 8058, section 4: and so must both headers of the one click. We sign all
    /// that say anything.
    /// </summary>
    [Fact]
    public void The_signature_holds_and_covers_every_header_of_these() => ForEach((kind, mail, fields) =>
    {
        Assert.True(every.Key.Verifies(mail.Message), kind);
        var covered = Tag().Match(Value(fields, "DKIM-Signature")).Groups[1].Value.Split(':').Select(name => name.Trim()).ToList();
        var names = fields.Select(field => field.Name).Where(name => !Is(name, "DKIM-Signature"));
        Assert.All(names, name => Assert.Contains(name, covered, StringComparer.OrdinalIgnoreCase));
        Assert.Equal(2, covered.Count(name => Is(name, "From")));
    });

    private void ForEach(Action<string, ReceivedMail, IReadOnlyList<(string Name, string Value)>> check)
    {
        Assert.NotEmpty(every.Mails);
        foreach (var (kind, mail) in every.Mails) check(kind, mail, Fields(mail));
    }

    /// <summary>The fields as they came, unfolded (RFC 5322, section 2.2.3).</summary>
    private static IReadOnlyList<(string Name, string Value)> Fields(ReceivedMail mail)
    {
        var raw = Encoding.Latin1.GetString(mail.Content.Span);
        var header = Fold().Replace(raw[..raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)], "");
        return [.. header.Split("\r\n").Select(line => line.Split(':', 2)).Select(parts => (parts[0], parts[1]))];
    }

    private static string Value(IReadOnlyList<(string Name, string Value)> fields, string name) =>
        Assert.Single(fields, field => Is(field, name)).Value;

    private static bool Is((string Name, string Value) field, string name) => Is(field.Name, name);

    private static bool Is(string field, string name) => field.Equals(name, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("\r\n(?=[ \t])")]
    private static partial Regex Fold();

    [GeneratedRegex("=\\?[^? ]+\\?[BbQq]\\?[^? ]*\\?=")]
    private static partial Regex EncodedWord();

    [GeneratedRegex("<([^>]+)>")]
    private static partial Regex Way();

    [GeneratedRegex("\\bh=([^;]+)")]
    private static partial Regex Tag();
}
