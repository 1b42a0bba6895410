namespace Distribution.Platform.Addresses;

/// <summary>Large public mail providers, and real domains that look like a misspelling of one.</summary>
internal static class MailProviders
{
    /// <summary>The most used first, so that of two that may be meant the likelier is suggested.</summary>
    public static IReadOnlyList<string> ByReach { get; } = Words(
        """
        gmail.com yahoo.com hotmail.com outlook.com icloud.com qq.com 163.com 126.com aol.com live.com msn.com me.com mac.com
        yahoo.fr yahoo.es yahoo.co.uk yahoo.it yahoo.de yahoo.ca yahoo.com.br yahoo.com.mx yahoo.com.ar yahoo.com.au yahoo.com.ph yahoo.com.sg
        yahoo.com.vn yahoo.co.in yahoo.in yahoo.co.id yahoo.co.jp yahoo.co.za yahoo.ie yahoo.gr yahoo.se yahoo.no yahoo.dk
        hotmail.fr hotmail.es hotmail.co.uk hotmail.it hotmail.de hotmail.be hotmail.nl hotmail.ca hotmail.com.br hotmail.com.ar
        outlook.fr outlook.es outlook.de outlook.it outlook.pt outlook.be outlook.com.br outlook.com.au
        live.fr live.es live.co.uk live.it live.be live.nl live.ca live.com.mx live.com.au live.com.pt
        googlemail.com ymail.com rocketmail.com proton.me protonmail.com pm.me fastmail.com zoho.com tutanota.com
        orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr numericable.fr club-internet.fr aliceadsl.fr
        gmx.de gmx.net gmx.com gmx.at gmx.ch gmx.fr web.de t-online.de freenet.de bluewin.ch
        libero.it virgilio.it tiscali.it telefonica.net sapo.pt uol.com.br bol.com.br skynet.be telenet.be ziggo.nl kpnmail.nl
        mail.ru yandex.ru yandex.com rambler.ru inbox.ru list.ru bk.ru ya.ru ukr.net i.ua abv.bg seznam.cz centrum.cz onet.pl interia.pl wp.pl o2.pl
        sina.com sohu.com foxmail.com yeah.net naver.com hanmail.net daum.net docomo.ne.jp ezweb.ne.jp softbank.ne.jp rediffmail.com
        comcast.net verizon.net bellsouth.net earthlink.net sympatico.ca videotron.ca btinternet.com virginmedia.com ntlworld.com bigpond.com
        optusnet.com.au xtra.co.nz
        """);

    /// <summary>Other people's domains, or other providers', one slip from one of these.</summary>
    public static HashSet<string> Neighbours { get; } =
    [
        .. Words(
            """
            mail.com email.com cloud.com fastmail.fm never.com navel.com photon.me libera.it orage.fr range.fr telnet.be outlook.co.uk
            """),
    ];

    public static HashSet<string> Known { get; } = [.. ByReach];

    private static string[] Words(string text) => text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);
}
