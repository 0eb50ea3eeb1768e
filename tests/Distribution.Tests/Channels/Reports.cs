namespace Ceptoar.Distribution.Tests.Channels;

/// <summary>Reports of delivery as mail servers write them.</summary>
static class Reports
{
    /// <param name="to">Where the report goes: the envelope sender of what came back.</param>
    /// <param name="id">Message-ID of what came back, with its brackets.</param>
    /// <param name="status">Enhanced status.</param>
    /// <param name="action">failed, delayed or delivered.</param>
    public static string Postfix(string to, string id, string status = "5.1.1", string action = "failed") =>
        $"""
        Return-Path: <>
        Received: by mx.member.example (Postfix)
        	id 4VbQ2k1z; Fri, 20 Nov 2026 10:00:03 +0900 (JST)
        Date: Fri, 20 Nov 2026 10:00:03 +0900 (JST)
        From: MAILER-DAEMON@mx.member.example (Mail Delivery System)
        Subject: Undelivered Mail Returned to Sender
        To: {to}
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
        	boundary="4VbQ2k0t.1732064403/mx.member.example"
        Content-Transfer-Encoding: 8bit
        Message-Id: <20261120010003.4VbQ2k1z@mx.member.example>

        This is a MIME-encapsulated message.

        --4VbQ2k0t.1732064403/mx.member.example
        Content-Description: Notification
        Content-Type: text/plain; charset=us-ascii

        This is the mail system at host mx.member.example.

        I'm sorry to have to inform you that your message could not
        be delivered to one or more recipients. It's attached below.

        --4VbQ2k0t.1732064403/mx.member.example
        Content-Description: Delivery report
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.member.example
        X-Postfix-Queue-ID: 4VbQ2k0t
        X-Postfix-Sender: rfc822; {to}
        Arrival-Date: Fri, 20 Nov 2026 10:00:02 +0900 (JST)

        Final-Recipient: rfc822; desk@member.example
        Original-Recipient: rfc822;desk@member.example
        Action: {action}
        Status: {status}
        Remote-MTA: dns; store.member.example
        Diagnostic-Code: smtp; 550 {status} <desk@member.example>: Recipient address
            rejected: User unknown in local recipient table

        --4VbQ2k0t.1732064403/mx.member.example
        Content-Description: Undelivered Message
        Content-Type: message/rfc822
        Content-Transfer-Encoding: 8bit

        Return-Path: <{to}>
        From: hub@hub.example
        To: desk@member.example
        Message-ID: {id}
        Subject: =?utf-8?B?5Lu25ZCN?=

        --4VbQ2k0t.1732064403/mx.member.example--

        """;

    public static string Exchange(string to, string id, string status = "5.1.10") =>
        $"""
        Received: from TYCP286MB0001.JPNP286.PROD.OUTLOOK.COM (2603:1096:400:1::1) by
         TYCP286MB0002.JPNP286.PROD.OUTLOOK.COM with HTTPS; Fri, 20 Nov 2026 01:00:05 +0000
        From: <postmaster@member.example>
        To: <{to}>
        Date: Fri, 20 Nov 2026 01:00:05 +0000
        Content-Type: multipart/report; report-type=delivery-status;
        	boundary="8f3c9d2a-0b1e-4b7e-9a58-1f5f0f2c6d11"
        X-MS-Exchange-Message-Is-Ndr:
        Content-Language: ja-JP
        Message-ID: <7f8c-ndr@TYCP286MB0001.JPNP286.PROD.OUTLOOK.COM>
        In-Reply-To: {id}
        Subject: =?iso-2022-jp?B?GyRCR1s/LiRHJC0kXiQ7JHMbKEI=?=
        Auto-Submitted: auto-replied

        --8f3c9d2a-0b1e-4b7e-9a58-1f5f0f2c6d11
        Content-Type: multipart/alternative; differences=Content-Type;
        	boundary="2c1d7e10-aaaa-4c60-8f00-0d2f5b5a1c22"

        --2c1d7e10-aaaa-4c60-8f00-0d2f5b5a1c22
        Content-Type: text/plain; charset="utf-8"
        Content-Transfer-Encoding: quoted-printable

        =E9=85=8D=E4=BF=A1=E3=81=A7=E3=81=8D=E3=81=BE=E3=81=9B=E3=82=93
        --2c1d7e10-aaaa-4c60-8f00-0d2f5b5a1c22
        Content-Type: text/html; charset="utf-8"
        Content-Transfer-Encoding: base64

        PGh0bWw+PC9odG1sPg==
        --2c1d7e10-aaaa-4c60-8f00-0d2f5b5a1c22--

        --8f3c9d2a-0b1e-4b7e-9a58-1f5f0f2c6d11
        Content-Type: message/delivery-status

        Reporting-MTA: dns;TYCP286MB0001.JPNP286.PROD.OUTLOOK.COM
        Received-From-MTA: dns;mail.hub.example
        Arrival-Date: Fri, 20 Nov 2026 01:00:04 +0000

        Final-Recipient: rfc822;desk@member.example
        Action: failed
        Status: {status}
        Diagnostic-Code: smtp;550 {status} RESOLVER.ADR.RecipientNotFound; Recipient desk@member.example not found by SMTP address lookup
        X-Display-Name: desk@member.example


        --8f3c9d2a-0b1e-4b7e-9a58-1f5f0f2c6d11
        Content-Type: text/rfc822-headers

        Received: from mail.hub.example (192.0.2.10) by
         TY1JPN01FT001.mail.protection.outlook.com (10.13.1.1) with Microsoft SMTP Server
        From: <hub@hub.example>
        To: <desk@member.example>
        Message-ID:
         {id}

        --8f3c9d2a-0b1e-4b7e-9a58-1f5f0f2c6d11--

        """;

    public static string Sendmail(string to, string id, string status = "5.1.1", string action = "failed") =>
        $"""
        From MAILER-DAEMON Fri Nov 20 10:00:07 2026
        Return-Path: <MAILER-DAEMON@mail.member.example>
        Received: from localhost (localhost)
        	by mail.member.example (8.17.1/8.17.1) id 4AK107xx012345;
        	Fri, 20 Nov 2026 10:00:07 +0900
        Date: Fri, 20 Nov 2026 10:00:07 +0900
        From: Mail Delivery Subsystem <MAILER-DAEMON@mail.member.example>
        Message-Id: <202611200100.4AK107xx012345@mail.member.example>
        To: <{to}>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
        	boundary="4AK107xx012345.1732064407/mail.member.example"
        Subject: Returned mail: see transcript for details
        Auto-Submitted: auto-generated (failure)

        This is a MIME-encapsulated message

        --4AK107xx012345.1732064407/mail.member.example

        The original message was received at Fri, 20 Nov 2026 10:00:06 +0900
        from mail.hub.example [192.0.2.10]

           ----- The following addresses had permanent fatal errors -----
        <desk@member.example>
            (reason: 550 {status} <desk@member.example>... User unknown)

        --4AK107xx012345.1732064407/mail.member.example
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mail.member.example
        Received-From-MTA: DNS; mail.hub.example
        Arrival-Date: Fri, 20 Nov 2026 10:00:06 +0900

        Final-Recipient: RFC822; desk@member.example
        X-Actual-Recipient: RFC822; desk@mail.member.example
        Action: {action}
        Status: {status}
        Diagnostic-Code: SMTP; 550 {status} <desk@member.example>... User unknown
        Last-Attempt-Date: Fri, 20 Nov 2026 10:00:07 +0900

        --4AK107xx012345.1732064407/mail.member.example
        Content-Type: message/rfc822

        Return-Path: <{to}>
        From: hub@hub.example
        Message-ID: {id}
        To: desk@member.example

        text
        --4AK107xx012345.1732064407/mail.member.example--

        """;

    public static string Absence(string to, string id) =>
        $"""
        From: desk@member.example
        To: {to}
        In-Reply-To: {id}
        Subject: Automatic reply: away
        Auto-Submitted: auto-replied
        Content-Type: text/plain; charset=utf-8

        Away until Monday. 5.1.1
        """;
}
