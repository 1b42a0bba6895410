using System.Text;
using Distribution.Mail.Headers;
using Distribution.Mail.Rendering;
using MimeKit;

namespace Distribution.Tests.Mail.Rendering;

public sealed class TextWithPlaceholdersTests
{
    private static readonly Dictionary<string, string> Values =
        new() { ["Lists"] = "Presse, récifs = tous", ["Unsubscribe"] = new string('x', 200) };

    [Theory]
    [InlineData("nothing to fill\n", "nothing to fill\n")]
    [InlineData("<Lists>", "Presse, récifs = tous")]
    [InlineData("<Lists><Lists>\n", "Presse, récifs = tousPresse, récifs = tous\n")]
    [InlineData("on <Lists>.\n", "on Presse, récifs = tous.\n")]
    [InlineData("tail \n<Lists>\n \tend", "tail \nPresse, récifs = tous\n \tend")]
    [InlineData("é=<Lists>=é", "é=Presse, récifs = tous=é")]
    [InlineData("", "")]
    [InlineData(".\n.a\n<Lists>", ".\n.a\nPresse, récifs = tous")]
    public void Filling_gaps_changes_nothing_around_them(string text, string expected) => Assert.Equal(expected, Decode(Fill(text)));

    [Fact]
    public void No_encoded_line_is_over_76_characters()
    {
        var encoded = Fill($"{new string('a', 300)}<Leave>{new string('é', 100)} \n<Leave>");

        Assert.All(encoded.Split("\r\n"), line => Assert.InRange(line.Length, 0, 76));
        Assert.Equal($"{new string('a', 300)}{Values["Unsubscribe"]}{new string('é', 100)} \n{Values["Unsubscribe"]}", Decode(encoded));
    }

    [Fact]
    public void Lines_are_as_smtp_wants_them()
    {
        var encoded = Fill($".first\n..second\n{new string('.', 200)}<Lists>.after\n");

        Assert.All(encoded.Split("\r\n"), line =>
        {
            Assert.DoesNotMatch("^[.]", line);
            Assert.InRange(line.Length, 0, 76);
            Assert.DoesNotContain('\n', line);
        });
    }

    private static string Fill(string text)
    {
        var marked = text.Replace("<Lists>", Placeholder.Mark("Lists"), StringComparison.Ordinal)
            .Replace("<Leave>", Placeholder.Mark("Unsubscribe"), StringComparison.Ordinal);
        return Encoding.ASCII.GetString([.. new TextWithPlaceholders(marked).Fill(
            placeholder => QuotedPrintable.Encode(Values[placeholder])).SelectMany(piece => piece)]);
    }

    private static string Decode(string encoded)
    {
        var entity = MimeEntity.Load(new MemoryStream(Encoding.ASCII.GetBytes(
            $"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n{encoded}")));
        return ((TextPart)entity).Text.ReplaceLineEndings("\n");
    }
}
