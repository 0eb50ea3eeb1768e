// Made from the services' OpenAPI by "npm run schema".
export interface paths {
    "/api/advisories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    mailbox?: string;
                    status?: string;
                    tlp?: string;
                    kind?: string;
                    severity?: string;
                    sector?: string;
                    open?: string;
                    q?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListAdvisoriesItem"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CreateDraftCommand"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetDraftView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/advisories/default-audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    sector?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetDefaultAudienceView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/advisories/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    state?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListDraftsItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/advisories/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListTemplatesView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/advisories/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetAdvisoryView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangeDraftCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetDraftView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/advisories/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListAnswersView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GiveAnswerCommand"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GiveAnswerView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/advisories/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: {
                    name?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetDraftView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/advisories/{id}/attachments/{attachmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    attachmentId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    attachmentId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetDraftView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/advisories/{id}/audience": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PreviewAudienceView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/advisories/{id}/calls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    format?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListCallsView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RecordCallCommand"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListCallsItem"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/advisories/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetDraftView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/advisories/{id}/escalation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetEscalationView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/advisories/{id}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListQuestionsView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AskQuestionCommand"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AskQuestionReceipt"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/advisories/{id}/questions/{questionId}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    questionId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReplyToQuestionCommand"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReplyToQuestionReceipt"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/advisories/{id}/reach": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetReachView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/advisories/{id}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RecallAdvisoryCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecallAdvisoryReceipt"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/advisories/{id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GiveReceiptCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReceiptView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/advisories/{id}/relay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetRelayView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RelayAdvisoryCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetRelayView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/advisories/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReleaseAdvisoryCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReleaseAdvisoryReceipt"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/advisories/{id}/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RemindSilentCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RemindSilentView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/advisories/{id}/sheet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "text/html": string;
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/advisories/{id}/signature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetSignatureView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/advisories/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CorrectAdvisoryCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReleaseAdvisoryReceipt"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attestations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    ceptoar?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListAttestationsView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/attestations/late": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    ceptoar?: string;
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListLateAttestationsView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    action?: string;
                    actor?: string;
                    from?: string;
                    until?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListAuditView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListAuditBlocksView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AuditVerificationResult"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ceptoars": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListCeptoarsView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ceptoars/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    format?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfGetCeptoarMapView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ceptoars/{code}/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    code: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfGetCeptoarChannelsView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListChannelsView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/bounces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/channels/{channel}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    channel: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SwitchChannelCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SwitchChannelView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/desks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListDesksView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/directory/lint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    ceptoar?: string;
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfLintDirectoryView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    campaign?: string;
                    ceptoar?: string;
                    state?: string;
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListDrillsItem"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PlanDrillCommand"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetDrillView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListCampaignsItem"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CreateCampaignCommand"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CreateCampaignView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/campaigns/{campaignId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    campaignId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetCampaignView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    campaignId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangeCampaignCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CreateCampaignView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/campaigns/{campaignId}/rehearsals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    campaignId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListRehearsalsItem"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    campaignId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RehearseBody"];
                };
            };
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RehearseAccepted"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/campaigns/{campaignId}/rehearsals/{rehearsalId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    campaignId: string;
                    rehearsalId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetRehearsalView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/campaigns/{campaignId}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    format?: string;
                };
                header?: never;
                path: {
                    campaignId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetCampaignReportView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/campaigns/{campaignId}/sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    campaignId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListSheetsView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    campaignId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangeSheetCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListSheetsView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/consent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetConsentView"];
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["GiveConsentCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetConsentView"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    ceptoar?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListConsentsView"];
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RecordConsentsCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RecordConsentsView"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetHoldView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetHoldView"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/mine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListMineItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/stop": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StopDrillsCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StopDrillsView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetDrillView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangeDrillCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetDrillView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{id}/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetBoardView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetDrillView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetDrillView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{id}/participants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListParticipantsView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChooseParticipantsCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetDrillView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    format?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetDrillReportView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{id}/sheets/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    kind: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetSheetView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    kind: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AnswerSheetCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetSheetView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drills/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetDrillView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/escalation-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListEscalationRulesView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/escalation-rules/{ceptoar}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ceptoar: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangeEscalationRuleCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListEscalationRulesView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListGroupsView"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["CreateGroupCommand"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetGroupView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{groupId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    groupId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetGroupView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    groupId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangeGroupCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetGroupView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    groupId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/groups/{groupId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    groupId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListMembersView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/handling-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfHandlingRulesVersion"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity-openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListOpeningsItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AcceptInvitationCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AcceptInvitationView"];
                    };
                };
                /** @description Too Many Requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/authenticator": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["EnrolAuthenticatorCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["EnrolAuthenticatorView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/look": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["LookAtInvitationCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LookAtInvitationView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/label-changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfLabelChangeView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListLabelsItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/labels/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["PreviewLabelsCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PreviewLabelsView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/large-scale-mode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetLargeScaleModeView"];
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SwitchLargeScaleModeCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetLargeScaleModeView"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetMeView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangePasswordCommand"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MakeRecoveryCodesCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MakeRecoveryCodesView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListSessionsView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    sessionId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListOrganisationsView"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RegisterOrganisationCommand"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetOrganisationView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    charset?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/import": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: {
                    dryRun?: boolean;
                    all?: boolean;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ImportOrganisationsReport"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetOrganisationView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangeOrganisationCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetOrganisationView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/attestation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetAttestationView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AttestView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/attestation/request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RequestAttestationCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RequestAttestationView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetChannelsPlan"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SetChannelsCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetChannelsPlan"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/channels/{n}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    n: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TestChannelCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetChannelsPlan"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListClientsView"][];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AddClientCommand"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AddClientCredentials"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/clients/{clientId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    clientId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/clients/{clientId}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    clientId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["RotateClientSecretView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/contacts/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TestContactCommand"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/desk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Desk"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Desk"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Desk"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/executive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Executive"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["Executive"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Executive"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/handling-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AcceptHandlingRulesCommand"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListHistoryView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/identifying": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ReplaceIdentifyingCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReplaceIdentifyingView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/identifying/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ConfirmIdentifyingCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConfirmIdentifyingView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/identifying/proposals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListProposalsView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/on-duty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    at?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetOnDutyView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/roster": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetRosterView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SetRosterCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetRosterView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organisations/{id}/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetWebhookView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SetWebhookCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SetWebhookView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AskPasswordResetCommand"];
                };
            };
            responses: {
                /** @description Accepted */
                202: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Too Many Requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/password-resets/redeem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["RedeemPasswordResetCommand"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Too Many Requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    organisationId?: string;
                    named?: string;
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfGetPersonView"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["InvitePersonCommand"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetPersonView"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{personId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetPersonView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangePersonCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetPersonView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{personId}/authenticator-reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{personId}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    personId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfPolicyView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{scope}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    scope: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfPolicyView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{scope}/dry-run": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    scope: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["TryPolicyCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["TryPolicyView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{scope}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    scope: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DraftPolicyCommand"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PolicyView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/policies/{scope}/versions/{number}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    scope: string;
                    number: number;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DecidePolicyCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PolicyView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    mailbox?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListReceiptsView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/relay-rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListRelayRulesView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/relay-rules/{ceptoar}/{hop}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    ceptoar: string;
                    hop: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangeRelayRuleCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListRelayRulesView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/relays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListRelaysItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report-drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListReportDraftsItem"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["StartReportDraftCommand"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StartReportDraftReceipt"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/report-drafts/{draftId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    draftId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetReportDraftView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    draftId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SaveReportDraftCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["StartReportDraftReceipt"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    draftId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListReportsItem"];
                    };
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SubmitReportCommand"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SubmitReportReceipt"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetReportView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListAttachmentsItem"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: {
                    name?: string;
                };
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AddAttachmentReceipt"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/attachments/{attachmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    attachmentId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    attachmentId: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ConfirmReportReceipt"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetIdentityView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AskForIdentityCommand"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AskForIdentityReceipt"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/identity/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DecideOpeningCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DecideOpeningReceipt"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/label": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetLabelView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangeLabelCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LabelReceipt"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/label/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DecideLoweringCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["LabelReceipt"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ListAskedQuestionsView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/questions/{questionId}/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                    questionId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AnswerQuestionCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AnswerQuestionReceipt"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/rendition": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetRenditionView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/rendition/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfGetAttachmentRenditionsItem"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/rendition/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DecideRenditionCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DecideRenditionReceipt"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/rendition/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["MarkRenditionCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DecideRenditionReceipt"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/triage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["SetTriageCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SetTriageView"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["AddVersionCommand"];
                };
            };
            responses: {
                /** @description Created */
                201: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["AddVersionReceipt"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reports/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WithdrawReportReceipt"];
                    };
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sectors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListSectorsView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sharing-indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    from?: string;
                    to?: string;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetSharingIndicatorsView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/situation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: {
                    hours?: number;
                };
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetSituationView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetSubscriptionView"];
                    };
                };
            };
        };
        put: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["ChangeSubscriptionCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["GetSubscriptionView"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/anonymisation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SystemStateView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/anonymisation/error-queues/{name}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SystemStateReplayed"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/classification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SystemStateView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/classification/error-queues/{name}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SystemStateReplayed"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/distribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SystemStateView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/distribution/error-queues/{name}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SystemStateReplayed"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/drills": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SystemStateView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/drills/error-queues/{name}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SystemStateReplayed"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/intake": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SystemStateView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/intake/error-queues/{name}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SystemStateReplayed"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/registry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SystemStateView"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/system/registry/error-queues/{name}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SystemStateReplayed"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/terms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["PageOfListTermsItem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/terms/{termId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    termId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["DecideTermCommand"];
                };
            };
            responses: {
                /** @description No Content */
                204: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
                /** @description Not Found */
                404: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content?: never;
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": components["schemas"]["IssueTokenCommand"];
                };
            };
            responses: {
                /** @description OK */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Token"];
                    };
                };
                /** @description Unauthorized */
                401: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
                /** @description Too Many Requests */
                429: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": components["schemas"]["ProblemDetails"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AcceptHandlingRulesCommand: {
            /** Format: int32 */
            version?: null | number;
        };
        AcceptInvitationCommand: {
            password: null | string;
            token: null | string;
            totp: null | string;
        };
        AcceptInvitationView: {
            recoveryCodes: string[];
        };
        AddAttachmentReceipt: {
            /** Format: uuid */
            id: string;
            name: string;
            sha256: string;
            /** Format: int64 */
            size: number;
            state: string;
        };
        AddClientCommand: {
            name?: null | string;
            role?: null | string;
        };
        AddClientCredentials: {
            clientId: string;
            clientSecret: string;
            role: string;
        };
        AddVersionCommand: {
            audience?: null | string[];
            body?: null | string;
            causes?: null | string[];
            /** Format: date-time */
            detectedAt?: null | string;
            /** Format: uuid */
            draftId?: null | string;
            events?: null | string[];
            exercise?: null | string;
            indicators?: null | components["schemas"]["IndicatorInput"][];
            kind?: null | string;
            language?: null | string;
            /** Format: date-time */
            occurredAt?: null | string;
            onBehalf?: null | components["schemas"]["OnBehalfInput"];
            onwardConsent?: null | string[];
            plainSummary?: null | string;
            releaseMode?: null | string;
            requestedTlp?: null | components["schemas"]["Tlp"];
            serviceImpact?: null | string;
            severity?: null | string;
            sourceVisibility?: null | string;
            stage?: null | string;
            title?: null | string;
            urgency?: null | string;
        };
        AddVersionReceipt: {
            /** Format: uuid */
            id: string;
            notices: components["schemas"]["Notice"][];
            number: string;
            status: string;
            /** Format: int32 */
            version: number;
        };
        AnswerQuestionCommand: {
            answer: null | string;
        };
        AnswerQuestionReceipt: {
            answer: string;
            /** Format: date-time */
            answeredAt: string;
            /** Format: uuid */
            questionId: string;
        };
        AnswerSheetCommand: {
            answers: null | {
                [key: string]: string[];
            };
        };
        AskForIdentityCommand: {
            reason: null | string;
        };
        AskForIdentityReceipt: {
            /** Format: date-time */
            askedAt: string;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            reportId: string;
            state: string;
        };
        AskPasswordResetCommand: {
            email: null | string;
        };
        AskQuestionCommand: {
            text: null | string;
        };
        AskQuestionReceipt: {
            /** Format: date-time */
            askedAt: string;
            /** Format: uuid */
            id: string;
        };
        AttachedFile: {
            /** Format: uuid */
            id: string;
            name: string;
            sha256: string;
            /** Format: int32 */
            size: number;
        };
        AttestView: {
            /** Format: date-time */
            at: string;
            /** Format: int64 */
            channelsVersion: number;
            /** Format: int64 */
            identifyingVersion: number;
            /** Format: int64 */
            organisationVersion: number;
        };
        AudienceWarning: {
            code: string;
            /** Format: int32 */
            count: number;
            message: string;
        };
        AuditVerificationResult: {
            /** Format: int64 */
            blocks: number;
            /** Format: int64 */
            entries: number;
            firstFault: null | components["schemas"]["ChainFault"];
            head: null | string;
            intact: boolean;
            /** Format: int64 */
            pastRetention: number;
            /** Format: int64 */
            waiting: number;
        };
        AuthoredIndicator: {
            type: null | string;
            value: null | string;
        };
        CaseFile: {
            audience: string[];
            body: string;
            causes?: string[];
            /** Format: date-time */
            detectedAt?: null | string;
            events?: string[];
            indicators?: components["schemas"]["ReportedIndicator"][];
            kind: string;
            language?: string;
            /** Format: date-time */
            occurredAt?: null | string;
            onwardConsent?: string[];
            /** Format: uuid */
            organisationId: string;
            plainSummary?: null | string;
            releaseMode: string;
            serviceImpact?: null | string;
            severity?: null | string;
            sourceVisibility: string;
            stage?: null | string;
            title: string;
            urgency?: null | string;
        };
        CaseMark: {
            remove: boolean;
            text: string;
        };
        ChainFault: {
            /** Format: int64 */
            block: number;
            /** Format: int64 */
            entry: null | number;
            what: string;
        };
        ChangeCampaignCommand: {
            aims?: null | components["schemas"]["Wording"];
            channelsOff?: null | string[];
            contentInMail?: null | boolean;
            /** Format: int32 */
            revision?: null | number;
            text?: null | components["schemas"]["DrillTextInput"];
            title?: null | components["schemas"]["Wording"];
            tlp?: null | components["schemas"]["Tlp"];
            twoWay?: null | boolean;
            withoutLiaison?: null | boolean;
            /** Format: int32 */
            year?: null | number;
        };
        ChangeDraftCommand: {
            addressee?: null | string;
            audience?: null | string[];
            body?: null | string;
            drill?: null | boolean;
            /** Format: date-time */
            due?: null | string;
            /** Format: date-time */
            embargoUntil?: null | string;
            /** Format: date-time */
            expiresAt?: null | string;
            handling?: null | string[];
            indicators?: null | components["schemas"]["AuthoredIndicator"][];
            lessons?: null | string;
            origin?: null | string;
            people?: null | string[];
            purpose?: null | string;
            references?: null | components["schemas"]["ReferenceInput"][];
            requiredAction?: null | string;
            /** Format: int32 */
            revision?: null | number;
            sector?: null | string;
            severity?: null | string;
            summary?: null | components["schemas"]["Wording"];
            template?: null | string;
            title?: null | components["schemas"]["Wording"];
            tlp?: null | components["schemas"]["Tlp"];
            urgency?: null | string;
        };
        ChangeDrillCommand: {
            channelsOff?: null | string[];
            contentInMail?: null | boolean;
            /** Format: int32 */
            minutes?: null | number;
            /** Format: int32 */
            pace?: null | number;
            /** Format: int32 */
            revision?: null | number;
            /** Format: date-time */
            startsAt?: null | string;
            text?: null | components["schemas"]["DrillTextInput"];
            tlp?: null | components["schemas"]["Tlp"];
            twoWay?: null | boolean;
            window?: null | components["schemas"]["Window"];
            withoutLiaison?: null | boolean;
        };
        ChangeEscalationRuleCommand: {
            /** Format: int32 */
            normalMinutes: null | number;
            /** Format: int32 */
            responses: null | number;
            /** Format: int32 */
            urgentMinutes: null | number;
        };
        ChangeGroupCommand: {
            except?: null | components["schemas"]["Circle"];
            kind?: null | string;
            members?: null | components["schemas"]["Circle"];
            name?: null | string;
            nameEn?: null | string;
            withoutMinistries?: boolean;
        };
        ChangeLabelCommand: {
            ceiling: null | components["schemas"]["Tlp"];
            original: null | components["schemas"]["Tlp"];
            reason: null | string;
        };
        ChangeOrganisationCommand: {
            active?: null | boolean;
            ceptoars?: null | string[];
            identifying?: null | components["schemas"]["IdentifyingStrings"];
            kind?: null | string;
            name?: null | string;
            nameEn?: null | string;
            partnerOf?: null | string;
            prefecture?: null | string;
            secondHop?: null | string[];
            sectors?: null | string[];
            size?: null | string;
        };
        ChangePasswordCommand: {
            current: null | string;
            password: null | string;
        };
        ChangePersonCommand: {
            active?: null | boolean;
            duty?: null | string;
            dutyEn?: null | string;
            name?: null | string;
            nameEn?: null | string;
            roles?: null | string[];
        };
        ChangeRelayRuleCommand: {
            /** Format: int32 */
            afterMinutes: null | number;
            mode: null | string;
        };
        ChangeSheetCommand: {
            kind: null | string;
            questions: null | components["schemas"]["QuestionInput"][];
        };
        ChangeSubscriptionCommand: {
            digestAt: null | string;
            enabled: null | boolean;
            keywords: null | string[];
            kinds: null | string[];
            mode: null | string;
            products: null | string[];
            quietFrom: null | string;
            quietUntil: null | string;
            sectors: null | string[];
            severityFrom: null | string;
            urgentAlways: null | boolean;
        };
        ChannelFigures: {
            channel: string;
            /** Format: int32 */
            confirmed: number;
            /** Format: int32 */
            sent: number;
            /** Format: int32 */
            tried: number;
        };
        ChooseParticipantsCommand: {
            organisations: null | string[];
            /** Format: int32 */
            revision: null | number;
        };
        Circle: {
            ceptoars?: string[];
            groups?: string[];
            kinds?: string[];
            organisations?: string[];
            sectors?: string[];
        };
        ConditionInput: {
            causes: null | string[];
            events: null | string[];
            kinds: null | string[];
            serviceImpacts: null | string[];
            signals: null | string[];
        };
        ConfirmIdentifyingCommand: {
            /** Format: int64 */
            version?: null | number;
        };
        ConfirmIdentifyingView: {
            /** Format: date-time */
            confirmedAt: null | string;
            /** Format: int64 */
            confirmedVersion: null | number;
            /** Format: int64 */
            identifyingVersion: number;
        };
        ConfirmReportReceipt: {
            /** Format: date-time */
            confirmedAt: string;
            /** Format: uuid */
            id: string;
            number: string;
        };
        CorrectAdvisoryCommand: {
            addressee?: null | string;
            body?: null | string;
            /** Format: date-time */
            due?: null | string;
            /** Format: date-time */
            expiresAt?: null | string;
            handling?: null | string[];
            indicators?: null | components["schemas"]["AuthoredIndicator"][];
            lessons?: null | string;
            origin?: null | string;
            purpose?: null | string;
            references?: null | components["schemas"]["ReferenceInput"][];
            requiredAction?: null | string;
            /** Format: int32 */
            revision?: null | number;
            sector?: null | string;
            severity?: null | string;
            summary?: null | components["schemas"]["Wording"];
            template?: null | string;
            title?: null | components["schemas"]["Wording"];
            tlp?: null | components["schemas"]["Tlp"];
            urgency?: null | string;
        };
        CreateCampaignCommand: {
            aims?: null | components["schemas"]["Wording"];
            channelsOff?: null | string[];
            contentInMail?: null | boolean;
            text?: null | components["schemas"]["DrillTextInput"];
            title?: null | components["schemas"]["Wording"];
            tlp?: null | components["schemas"]["Tlp"];
            twoWay?: null | boolean;
            withoutLiaison?: null | boolean;
            /** Format: int32 */
            year?: null | number;
        };
        CreateCampaignView: {
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            revision: number;
        };
        CreateDraftCommand: {
            addressee?: null | string;
            audience?: null | string[];
            body?: null | string;
            drill?: null | boolean;
            /** Format: date-time */
            due?: null | string;
            /** Format: date-time */
            embargoUntil?: null | string;
            /** Format: date-time */
            expiresAt?: null | string;
            handling?: null | string[];
            indicators?: null | components["schemas"]["AuthoredIndicator"][];
            lessons?: null | string;
            origin?: null | string;
            people?: null | string[];
            purpose?: null | string;
            references?: null | components["schemas"]["ReferenceInput"][];
            requiredAction?: null | string;
            sector?: null | string;
            severity?: null | string;
            summary?: null | components["schemas"]["Wording"];
            template?: null | string;
            title?: null | components["schemas"]["Wording"];
            tlp?: null | components["schemas"]["Tlp"];
            urgency?: null | string;
        };
        CreateGroupCommand: {
            except?: null | components["schemas"]["Circle"];
            kind?: null | string;
            members?: null | components["schemas"]["Circle"];
            name?: null | string;
            nameEn?: null | string;
            withoutMinistries?: boolean;
        };
        CurvePoint: {
            /** Format: double */
            seconds: number;
            /** Format: double */
            share: number;
        };
        DecideLoweringCommand: {
            /** Format: uuid */
            change: null | string;
            decision: null | string;
        };
        DecideOpeningCommand: {
            decision: null | string;
            /** Format: uuid */
            opening: null | string;
        };
        DecideOpeningReceipt: {
            /** Format: date-time */
            decidedAt: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            openUntil: null | string;
            /** Format: uuid */
            reportId: string;
            state: string;
        };
        DecidePolicyCommand: {
            decision: null | string;
        };
        DecideRenditionCommand: {
            body: null | string;
            comment: null | string;
            decision: null | string;
            files: null | components["schemas"]["FileChoice"][];
            hash: null | string;
            narrative: null | boolean;
            title: null | string;
        };
        DecideRenditionReceipt: {
            flashState: string;
            hash: string;
            /** Format: uuid */
            reportId: string;
            secondApprovalNeeded: boolean;
            status: string;
            /** Format: int64 */
            version: number;
        };
        DecideTermCommand: {
            decision: null | string;
        };
        Desk: {
            email: null | string;
            name: null | string;
            telephone: null | string;
        };
        DraftPolicyCommand: {
            /** Format: date-time */
            effectiveFrom?: null | string;
            note?: null | string;
            relaxed?: null | components["schemas"]["RelaxationInput"][];
            rules?: null | components["schemas"]["RuleInput"][];
        };
        DrillFigures: {
            /** Format: int32 */
            answered: number;
            /** Format: int32 */
            cannotAct: number;
            channels: components["schemas"]["ChannelFigures"][];
            /** Format: int32 */
            confirmed: number;
            /** Format: int32 */
            delivered: number;
            faults: components["schemas"]["FaultFigures"][];
            /** Format: int32 */
            opened: number;
            /** Format: int32 */
            participants: number;
            /** Format: int32 */
            pushed: number;
            /** Format: int32 */
            queued: number;
            stages: components["schemas"]["StageFigures"][];
        };
        DrillTextInput: {
            body?: null | string;
            requiredAction?: null | string;
            severity?: null | string;
            shortText?: null | string;
            summary?: null | components["schemas"]["Wording"];
            title?: null | components["schemas"]["Wording"];
            urgency?: null | string;
        };
        EnrolAuthenticatorCommand: {
            token: null | string;
        };
        EnrolAuthenticatorView: {
            otpauthUri: string;
            qrCode: string;
            secret: string;
        };
        EscalationSummary: {
            /** Format: date-time */
            lastAt: null | string;
            lastKind: null | string;
            /** Format: date-time */
            nextAt: null | string;
            /** Format: int32 */
            steps: number;
        };
        Executive: {
            email: null | string;
            name: null | string;
            notifyFrom: null | string;
            telephone: null | string;
        };
        FaultFigures: {
            code: string;
            /** Format: int32 */
            count: number;
        };
        FileChoice: {
            hash: null | string;
            /** Format: uuid */
            id: null | string;
        };
        FirstReadView: {
            /** Format: date-time */
            at: string;
            by: string;
        };
        Flash: {
            causes: string[];
            detectedGrain?: string;
            /** Format: date-time */
            detectedHour?: null | string;
            events: string[];
            handling?: string[];
            indicators: components["schemas"]["FlashIndicator"][];
            kind: string;
            region?: null | string;
            sector?: null | string;
            serviceImpact?: null | string;
            severity?: null | string;
            size?: null | string;
            urgency?: null | string;
        };
        FlashIndicator: {
            type: string;
            value: string;
        };
        Found: {
            field: string;
            /** Format: int32 */
            length: number;
            /** Format: int32 */
            start: number;
        };
        GetAdvisoryNote: {
            /** Format: date-time */
            at: string;
            by: null | string;
            text: string;
        };
        GetAdvisoryView: {
            addressee: null | string;
            attachments: components["schemas"]["AttachedFile"][];
            body: null | string;
            bodyHtml: null | string;
            causes: string[];
            detectedGrain: null | string;
            /** Format: date-time */
            detectedHour: null | string;
            drill: boolean;
            /** Format: date-time */
            due: null | string;
            events: string[];
            /** Format: date-time */
            expiresAt: null | string;
            handling: string[];
            /** Format: uuid */
            id: string;
            indicators: components["schemas"]["FlashIndicator"][];
            /** Format: date-time */
            issuedAt: string;
            issuer: null | string;
            kind: null | string;
            lessons: null | string;
            myReceipt: null | components["schemas"]["ReceiptView"];
            notes: components["schemas"]["GetAdvisoryNote"][];
            number: null | string;
            origin: null | string;
            purpose: null | string;
            recallReason: null | string;
            references: string[];
            region: null | string;
            /** Format: int32 */
            reports: number;
            requiredAction: null | string;
            sector: null | string;
            /** Format: int64 */
            sequence: null | number;
            serviceImpact: null | string;
            severity: null | string;
            size: null | string;
            state: string;
            summary: null | string;
            title: null | string;
            tlp: components["schemas"]["Tlp"];
            urgency: null | string;
            /** Format: int32 */
            version: number;
            vulnerabilities: components["schemas"]["GetAdvisoryVulnerability"][];
        };
        GetAdvisoryVulnerability: {
            cve: string;
            /** Format: double */
            cvssScore: null | number;
            cvssVector: string;
        };
        GetAttachmentRenditionsItem: {
            /** Format: uuid */
            attachmentId: string;
            hash: null | string;
            indicators: components["schemas"]["FlashIndicator"][];
            name: null | string;
            reasons: components["schemas"]["Notice"][];
            state: string;
            text: null | string;
        };
        GetAttestationAttested: {
            /** Format: date-time */
            at: string;
            by: string;
            /** Format: int64 */
            channelsVersion: number;
            /** Format: int64 */
            identifyingVersion: number;
            /** Format: int64 */
            organisationVersion: number;
        };
        GetAttestationOpenTask: {
            /** Format: date-time */
            due: string;
            late: boolean;
            note: null | string;
            /** Format: date-time */
            openedAt: string;
            reason: string;
            /** Format: date-time */
            remindedAt: null | string;
        };
        GetAttestationView: {
            changedSince: boolean;
            last: null | components["schemas"]["GetAttestationAttested"];
            open: components["schemas"]["GetAttestationOpenTask"][];
        };
        GetBoardHopView: {
            /** Format: uuid */
            body: null | string;
            bodyName: null | string;
            ceptoar: string;
            name: string;
            /** Format: date-time */
            openedAt: null | string;
            /** Format: int32 */
            recipients: number;
            /** Format: date-time */
            relayedAt: null | string;
        };
        GetBoardSilentView: {
            hop: string;
            name: string;
            /** Format: uuid */
            organisationId: string;
            state: string;
            tried: components["schemas"]["TriedChannel"][];
        };
        GetBoardView: {
            /** Format: date-time */
            closesAt: null | string;
            figures: components["schemas"]["DrillFigures"];
            hops: components["schemas"]["GetBoardHopView"][];
            notReleased: boolean;
            silent: null | components["schemas"]["GetBoardSilentView"][];
            /** Format: date-time */
            startedAt: null | string;
            state: string;
        };
        GetCampaignReportCampaignView: {
            aims: string;
            /** Format: date-time */
            closedAt: null | string;
            /** Format: uuid */
            id: string;
            title: string;
            /** Format: int32 */
            year: number;
        };
        GetCampaignReportDrillReport: {
            drill: components["schemas"]["ReportedDrill"];
            figures: null | components["schemas"]["DrillFigures"];
        };
        GetCampaignReportEarlierCampaign: {
            /** Format: uuid */
            campaignId: string;
            /** Format: int32 */
            confirmed: number;
            /** Format: int32 */
            drills: number;
            /** Format: int32 */
            participants: number;
            /** Format: double */
            rate: null | number;
            title: string;
            /** Format: int32 */
            year: number;
        };
        GetCampaignReportView: {
            campaign: components["schemas"]["GetCampaignReportCampaignView"];
            drills: components["schemas"]["GetCampaignReportDrillReport"][];
            earlier: components["schemas"]["GetCampaignReportEarlierCampaign"][];
            figures: components["schemas"]["DrillFigures"];
            survey: components["schemas"]["SurveyFigures"];
        };
        GetCampaignView: {
            aims: string;
            aimsEn: string;
            channelsOff: string[];
            /** Format: date-time */
            closedAt: null | string;
            contentInMail: boolean;
            /** Format: date-time */
            createdAt: string;
            drills: components["schemas"]["ListDrillsItem"][];
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            revision: number;
            text: components["schemas"]["DrillTextInput"];
            title: string;
            titleEn: string;
            tlp: components["schemas"]["Tlp"];
            twoWay: boolean;
            withoutLiaison: boolean;
            /** Format: int32 */
            year: number;
        };
        GetCeptoarChannelsView: {
            channel: string;
            name: string;
            /** Format: int32 */
            position: number;
        };
        GetCeptoarMapView: {
            code: string;
            contactMeans: string[];
            desk: null | string;
            handlingRules: null | string;
            information: null | string;
            memberKinds: null | string;
            /** Format: int32 */
            members: null | number;
            ministry: string;
            name: string;
            /** Format: int32 */
            number: number;
            secretariat: string;
            sector: string;
            sectorName: string;
            sizeBand: string;
        };
        GetChannelsPlan: {
            items: components["schemas"]["GetChannelsView"][];
            next: null | string;
            source: string;
        };
        GetChannelsView: {
            bouncing: boolean;
            channel: string;
            contact: null | string;
            holder: null | string;
            /** Format: int32 */
            position: number;
            testResult: null | string;
            /** Format: date-time */
            testedAt: null | string;
        };
        GetConsentView: {
            agreed: null | boolean;
            /** Format: date-time */
            at: null | string;
            how: null | string;
        };
        GetDefaultAudienceGroup: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        GetDefaultAudienceView: {
            groups: components["schemas"]["GetDefaultAudienceGroup"][];
            largeScale: boolean;
        };
        GetDraftView: {
            addressee: null | string;
            attachments: components["schemas"]["AttachedFile"][];
            audience: string[];
            body: string;
            /** Format: date-time */
            due: null | string;
            /** Format: date-time */
            embargoUntil: null | string;
            /** Format: date-time */
            expiresAt: null | string;
            handling: string[];
            /** Format: uuid */
            id: string;
            indicators: components["schemas"]["FlashIndicator"][];
            /** Format: int32 */
            issued: number;
            lessons: null | string;
            missing: string[];
            origin: null | string;
            people: string[];
            purpose: null | string;
            references: components["schemas"]["ReferenceInput"][];
            requiredAction: null | string;
            /** Format: int32 */
            revision: number;
            sector: null | string;
            severity: string;
            state: string;
            summary: null | components["schemas"]["Wording"];
            template: string;
            title: components["schemas"]["Wording"];
            tlp: components["schemas"]["Tlp"];
            urgency: null | string;
            /** Format: date-time */
            writtenAt: string;
        };
        GetDrillReportEarlierDrill: {
            /** Format: uuid */
            campaignId: string;
            /** Format: uuid */
            drillId: string;
            figures: components["schemas"]["DrillFigures"];
            /** Format: int32 */
            year: number;
        };
        GetDrillReportView: {
            drill: components["schemas"]["ReportedDrill"];
            earlier: components["schemas"]["GetDrillReportEarlierDrill"][];
            figures: components["schemas"]["DrillFigures"];
            survey: components["schemas"]["SurveyFigures"];
        };
        GetDrillView: {
            /** Format: uuid */
            advisoryId?: null | string;
            announced: boolean;
            /** Format: uuid */
            campaignId: string;
            ceptoar: string;
            ceptoarName: string;
            channelsOff: string[];
            /** Format: date-time */
            closesAt?: null | string;
            contentInMail: boolean;
            /** Format: date-time */
            endedAt?: null | string;
            fullText: components["schemas"]["DrillTextInput"];
            /** Format: uuid */
            id: string;
            mayConduct: boolean;
            mayCustomise: boolean;
            /** Format: int32 */
            minutes: number;
            /** Format: int32 */
            pace: number;
            /** Format: int32 */
            participants: number;
            /** Format: int32 */
            revision: number;
            /** Format: date-time */
            startedAt?: null | string;
            /** Format: date-time */
            startsAt?: null | string;
            state: string;
            stopReason?: null | string;
            text: components["schemas"]["DrillTextInput"];
            tlp: components["schemas"]["Tlp"];
            twoWay: boolean;
            window?: null | components["schemas"]["Window"];
            withoutLiaison: boolean;
        };
        GetEscalationItem: {
            name: string;
            next: null | components["schemas"]["GetEscalationNextStep"];
            onCallList: boolean;
            /** Format: uuid */
            organisationId: string;
            steps: components["schemas"]["GetEscalationStepView"][];
        };
        GetEscalationNextStep: {
            /** Format: date-time */
            dueAt: string;
            kind: string;
        };
        GetEscalationStepView: {
            /** Format: date-time */
            at: string;
            channel: null | string;
            /** Format: int32 */
            code: null | number;
            contact: null | string;
            kind: string;
            outcome: string;
            /** Format: int32 */
            step: number;
        };
        GetEscalationView: {
            drill: boolean;
            items: components["schemas"]["GetEscalationItem"][];
            /** Format: int32 */
            version: number;
        };
        GetGroupView: {
            closed: boolean;
            /** Format: int32 */
            count: null | number;
            except: null | components["schemas"]["Circle"];
            /** Format: uuid */
            id: string;
            kind: string;
            members: null | components["schemas"]["Circle"];
            name: string;
            nameEn: string;
            sizeBand: string;
            /** Format: int64 */
            version: number;
            withoutMinistries: boolean;
        };
        GetHoldView: {
            held: boolean;
            reason: null | string;
            /** Format: date-time */
            since: null | string;
        };
        GetIdentityView: {
            name: null | string;
            number: string;
            /** Format: date-time */
            openUntil: string;
            /** Format: uuid */
            organisationId: string;
            /** Format: uuid */
            reportId: string;
        };
        GetLabelTriageView: {
            byPerson: boolean;
            proposedSeverity: string;
            proposedUrgency: string;
            reasons: components["schemas"]["TriageReason"][];
            severity: string;
            urgency: string;
        };
        GetLabelView: {
            ceiling: components["schemas"]["Tlp"];
            changes: components["schemas"]["LabelChangeView"][];
            /** Format: date-time */
            decidedAt: string;
            drill: boolean;
            drillMarked: boolean;
            handling: string[];
            /** Format: int32 */
            labelVersion: number;
            original: components["schemas"]["Tlp"];
            reasons: components["schemas"]["Reason"][];
            /** Format: uuid */
            reportId: string;
            requestedTlp: components["schemas"]["Tlp"];
            triage: null | components["schemas"]["GetLabelTriageView"];
            /** Format: int32 */
            version: number;
        };
        GetLargeScaleModeView: {
            on: boolean;
            reason: null | string;
            /** Format: date-time */
            since: null | string;
        };
        GetMeOwn: {
            /** Format: int32 */
            currentHandlingRulesVersion: number;
            /** Format: int32 */
            handlingRulesVersion: null | number;
            /** Format: uuid */
            id: string;
            kind: string;
            name: string;
        };
        GetMeOwnCeptoar: {
            code: string;
            name: string;
        };
        GetMeOwnPerson: {
            duty: null | string;
            dutyEn: null | string;
            email: null | string;
            /** Format: uuid */
            id: string;
            name: string;
            nameEn: null | string;
        };
        GetMeView: {
            ceptoars: components["schemas"]["GetMeOwnCeptoar"][];
            organisation: components["schemas"]["GetMeOwn"];
            person: null | components["schemas"]["GetMeOwnPerson"];
            roles: string[];
            session: null | string;
            subject: string;
        };
        GetOnDutyOnDuty: {
            email: null | string;
            /** Format: uuid */
            id: string;
            name: string;
            nameEn: null | string;
        };
        GetOnDutyView: {
            /** Format: date-time */
            at: string;
            desk: null | components["schemas"]["Desk"];
            kind: string;
            person: null | components["schemas"]["GetOnDutyOnDuty"];
        };
        GetOrganisationView: {
            active: boolean;
            ceptoars: string[];
            /** Format: date-time */
            confirmedAt: null | string;
            /** Format: int64 */
            confirmedVersion: null | number;
            /** Format: uuid */
            id: string;
            identifying: null | components["schemas"]["IdentifyingStrings"];
            /** Format: int64 */
            identifyingVersion: number;
            kind: string;
            name: string;
            nameEn: null | string;
            partnerOf: null | string;
            prefecture: null | string;
            region: null | string;
            secondHop: string[];
            sectors: string[];
            size: null | string;
            /** Format: int64 */
            version: number;
            warnings?: null | components["schemas"]["Warning"][];
        };
        GetPersonView: {
            /** Format: date-time */
            createdAt: string;
            duty: null | string;
            dutyEn: null | string;
            email: null | string;
            /** Format: uuid */
            id: string;
            name: string;
            nameEn: null | string;
            /** Format: uuid */
            organisationId: string;
            organisationName?: null | string;
            /** Format: date-time */
            removedAt: null | string;
            roles: string[];
            state: string;
        };
        GetReachHop: {
            confirmed: components["schemas"]["GetReachTimes"];
            delivered: components["schemas"]["GetReachTimes"];
            name: string;
            receipts: components["schemas"]["GetReachStates"];
            /** Format: int32 */
            recipients: number;
            relayed: components["schemas"]["GetReachTimes"];
            /** Format: int32 */
            waiting: number;
        };
        GetReachStates: {
            /** Format: int32 */
            cannotAct: number;
            /** Format: int32 */
            confirmed: number;
            /** Format: int32 */
            delivered: number;
            /** Format: int32 */
            opened: number;
            /** Format: int32 */
            pushed: number;
            /** Format: int32 */
            queued: number;
        };
        GetReachTimes: {
            /** Format: int32 */
            count: number;
            /** Format: double */
            p50: null | number;
            /** Format: double */
            p90: null | number;
            /** Format: double */
            p99: null | number;
        };
        GetReachView: {
            /** Format: uuid */
            advisoryId: string;
            drill: boolean;
            hops: components["schemas"]["GetReachHop"][];
            /** Format: int32 */
            recipients: number;
            silent: null | components["schemas"]["SilentOne"][];
            state: string;
            /** Format: int32 */
            version: number;
        };
        GetRehearsalDrillView: {
            ceptoar: string;
            /** Format: uuid */
            drillId: string;
            figures: null | components["schemas"]["DrillFigures"];
            holes: components["schemas"]["GetRehearsalHole"][];
            obstacles: components["schemas"]["GetRehearsalObstacleView"][];
        };
        GetRehearsalHole: {
            code: string;
            name: string;
            /** Format: uuid */
            organisationId: string;
        };
        GetRehearsalObstacleView: {
            code: string;
            fields: string[];
            text: string;
        };
        GetRehearsalView: {
            /** Format: date-time */
            askedAt: string;
            /** Format: date-time */
            doneAt: null | string;
            drills: components["schemas"]["GetRehearsalDrillView"][];
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            seed: number;
            state: string;
        };
        GetRelayHopView: {
            ceptoar: string;
            /** Format: date-time */
            dueAt: null | string;
            hop: string;
            note: null | string;
            /** Format: date-time */
            openedAt: null | string;
            /** Format: int32 */
            recipients: number;
            /** Format: date-time */
            relayedAt: null | string;
        };
        GetRelayView: {
            hops: components["schemas"]["GetRelayHopView"][];
        };
        GetRenditionNarrativeView: {
            body: string;
            plainSummary: null | string;
            title: string;
        };
        GetRenditionView: {
            anonymity: null | components["schemas"]["Notice"];
            blocked: string[];
            drill: boolean;
            /** Format: uuid */
            exercise: null | string;
            flash: components["schemas"]["Flash"];
            flashState: string;
            hash: string;
            kept: components["schemas"]["Kept"][];
            marks: components["schemas"]["CaseMark"][];
            narrative: components["schemas"]["GetRenditionNarrativeView"];
            removed: components["schemas"]["Removal"][];
            /** Format: uuid */
            reportId: string;
            /** Format: int32 */
            reportVersion: number;
            risk: components["schemas"]["Risk"];
            status: string;
            tlp: components["schemas"]["Tlp"];
            /** Format: int64 */
            version: number;
        };
        GetReportDraftView: {
            drill: boolean;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            followsUp: null | string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            keptAt: string;
            report: components["schemas"]["ReportInput"];
            /** Format: int32 */
            version: number;
        };
        GetReportFlashView: {
            /** Format: uuid */
            advisoryId: null | string;
            state: string;
        };
        GetReportOnBehalfView: {
            /** Format: date-time */
            confirmedAt: null | string;
            means: string;
            /** Format: date-time */
            toldAt: null | string;
        };
        GetReportView: {
            ceiling: null | components["schemas"]["Tlp"];
            drill: boolean;
            /** Format: uuid */
            exercise: null | string;
            firstRead: null | components["schemas"]["FirstReadView"];
            flash: components["schemas"]["GetReportFlashView"];
            handling: string[];
            /** Format: uuid */
            id: string;
            identityOpenings: components["schemas"]["ToldOpening"][];
            notices: components["schemas"]["Notice"][];
            number: string;
            onBehalf: null | components["schemas"]["GetReportOnBehalfView"];
            original: null | components["schemas"]["Tlp"];
            outcome: null | components["schemas"]["OutcomeView"];
            report: null | components["schemas"]["CaseFile"];
            requestedTlp: components["schemas"]["Tlp"];
            severity: null | string;
            status: string;
            /** Format: date-time */
            submittedAt: string;
            urgency: null | string;
            /** Format: int32 */
            version: number;
        };
        GetRosterAbsence: {
            /** Format: date-time */
            from: string;
            /** Format: uuid */
            personId: string;
            /** Format: date-time */
            until: string;
        };
        GetRosterTurn: {
            /** Format: date-time */
            from: string;
            kind: string;
            /** Format: uuid */
            personId: string;
            /** Format: date-time */
            until: string;
        };
        GetRosterView: {
            absences: components["schemas"]["GetRosterAbsence"][];
            entries: components["schemas"]["GetRosterTurn"][];
        };
        GetSharingIndicatorsCeptoar: {
            /** Format: uuid */
            groupId: string;
            months: components["schemas"]["GetSharingIndicatorsCeptoarMonth"][];
            name: string;
        };
        GetSharingIndicatorsCeptoarMonth: {
            name: string;
            /** Format: int32 */
            shared: number;
            /** Format: int32 */
            useful: number;
        };
        GetSharingIndicatorsMonth: {
            /** Format: int32 */
            issued: number;
            name: string;
            /** Format: int32 */
            shared: number;
            /** Format: int32 */
            useful: number;
        };
        GetSharingIndicatorsView: {
            ceptoars: components["schemas"]["GetSharingIndicatorsCeptoar"][];
            months: null | components["schemas"]["GetSharingIndicatorsMonth"][];
        };
        GetSheetView: {
            /** Format: date-time */
            answeredAt: null | string;
            answers: {
                [key: string]: string[];
            };
            kind: string;
            open: boolean;
            questions: components["schemas"]["QuestionInput"][];
        };
        GetSignatureView: {
            algorithm: string;
            document: string;
            keyId: string;
            signature: string;
            /** Format: int32 */
            version: number;
        };
        GetSituationCell: {
            /** Format: int32 */
            last24Hours: number;
            /** Format: int32 */
            last7Days: number;
            sector: null | string;
            severity: string;
        };
        GetSituationHour: {
            /** Format: int32 */
            advisories: number;
            /** Format: date-time */
            from: string;
            /** Format: int32 */
            reports: number;
        };
        GetSituationRunning: {
            /** Format: date-time */
            due: null | string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            issuedAt: string;
            kind: string;
            number: string;
            receipts: null | components["schemas"]["GetReachStates"];
            /** Format: int32 */
            recipients: number;
            /** Format: int32 */
            reports: number;
            sectors: string[];
            severity: string;
            title: string;
            tlp: components["schemas"]["Tlp"];
            urgency: string;
            /** Format: int32 */
            version: number;
        };
        GetSituationSpread: {
            /** Format: int32 */
            advisories: number;
            from: string;
            /** Format: int32 */
            reports: number;
            to: string;
        };
        GetSituationView: {
            /** Format: date-time */
            at: string;
            grid: components["schemas"]["GetSituationCell"][];
            /** Format: int32 */
            reportsLast24Hours: number;
            /** Format: int32 */
            reportsLast7Days: number;
            running: components["schemas"]["GetSituationRunning"][];
            spread: components["schemas"]["GetSituationSpread"][];
            timeline: components["schemas"]["GetSituationHour"][];
        };
        GetSubscriptionView: {
            digestAt: null | string;
            enabled: boolean;
            keywords: string[];
            kinds: string[];
            mode: string;
            products: string[];
            quietFrom: null | string;
            quietUntil: null | string;
            sectors: string[];
            severityFrom: null | string;
            urgentAlways: boolean;
        };
        GetWebhookView: {
            /** Format: date-time */
            setAt: string;
            url: string;
        };
        GiveAnswerCommand: {
            affected: null | string;
            comment: null | string;
            useful: null | boolean;
        };
        GiveAnswerView: {
            affected: string;
            /** Format: date-time */
            answeredAt: string;
            comment: null | string;
            useful: null | boolean;
            /** Format: int32 */
            version: number;
        };
        GiveConsentCommand: {
            agreed: null | boolean;
        };
        GiveReceiptCommand: {
            comment: null | string;
            state: null | string;
        };
        HandlingRulesVersion: {
            en: components["schemas"]["HandlingText"];
            ja: components["schemas"]["HandlingText"];
            /** Format: date */
            since: string;
            /** Format: int32 */
            version: number;
        };
        HandlingText: {
            purposes: string[];
            rules: string[];
            title: string;
        };
        IdentifyingStrings: {
            aliases?: string[];
            asns?: string[];
            brands?: string[];
            cidrs?: string[];
            domains?: string[];
            names?: string[];
            people?: string[];
            sites?: string[];
            systems?: string[];
            telephones?: string[];
            vendors?: string[];
        };
        ImportOrganisationsFieldError: {
            field: string;
            message: string;
        };
        ImportOrganisationsLineReport: {
            errors?: null | components["schemas"]["ImportOrganisationsFieldError"][];
            fields?: null | string[];
            /** Format: int32 */
            line: number;
            name: null | string;
            outcome: string;
            warnings?: null | components["schemas"]["Warning"][];
        };
        ImportOrganisationsReport: {
            /** Format: int32 */
            added: number;
            applied: boolean;
            /** Format: int32 */
            changed: number;
            dryRun: boolean;
            lines: components["schemas"]["ImportOrganisationsLineReport"][];
            /** Format: int32 */
            refused: number;
            /** Format: int32 */
            unchanged: number;
        };
        IndicatorInput: {
            role: null | string;
            type: null | string;
            value: null | string;
        };
        InvitePersonCommand: {
            duty?: null | string;
            dutyEn?: null | string;
            email?: null | string;
            name?: null | string;
            nameEn?: null | string;
            /** Format: uuid */
            organisationId?: null | string;
            roles?: null | string[];
        };
        IssueTokenCommand: {
            clientId?: null | string;
            clientSecret?: null | string;
            cookie?: null | boolean;
            email?: null | string;
            grantType?: null | string;
            password?: null | string;
            recoveryCode?: null | string;
            refreshToken?: null | string;
            totp?: null | string;
        };
        Kept: {
            field: string;
            /** Format: int32 */
            id: number;
            /** Format: int32 */
            length: number;
            role: string;
            /** Format: int32 */
            start: number;
            type: string;
            value: string;
        };
        LabelChangeView: {
            /** Format: date-time */
            approvedAt: null | string;
            /** Format: date-time */
            askedAt: string;
            askedBySource: boolean;
            /** Format: date-time */
            consentedAt: null | string;
            drill: boolean;
            effects: components["schemas"]["LabelEffect"][];
            fromCeiling: components["schemas"]["Tlp"];
            fromOriginal: components["schemas"]["Tlp"];
            /** Format: uuid */
            id: string;
            reason: string;
            /** Format: uuid */
            reportId: string;
            state: string;
            toCeiling: components["schemas"]["Tlp"];
            toOriginal: components["schemas"]["Tlp"];
        };
        LabelEffect: {
            en: string;
            ja: string;
            /** Format: int32 */
            organisations: number;
            what: string;
        };
        LabelReceipt: {
            fromCeiling: components["schemas"]["Tlp"];
            fromOriginal: components["schemas"]["Tlp"];
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            reportId: string;
            state: string;
            toCeiling: components["schemas"]["Tlp"];
            toOriginal: components["schemas"]["Tlp"];
        };
        LastCall: {
            /** Format: date-time */
            at: string;
            by: string;
            channel: string;
            reached: boolean;
        };
        LintDirectoryView: {
            bouncing: string[];
            ceptoars: string[];
            codes: string[];
            kind: string;
            name: string;
            /** Format: uuid */
            organisationId: string;
            secondHop: string[];
        };
        ListAdvisoriesItem: {
            drill: boolean;
            /** Format: date-time */
            due: null | string;
            /** Format: date-time */
            expiresAt: null | string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            issuedAt: string;
            kind: null | string;
            myReceipt: components["schemas"]["ReceiptView"];
            number: string;
            /** Format: int32 */
            reports: number;
            sector: null | string;
            /** Format: int64 */
            sequence: number;
            severity: null | string;
            state: string;
            title: null | string;
            tlp: components["schemas"]["Tlp"];
            urgency: null | string;
            /** Format: int32 */
            version: number;
        };
        ListAnswersCounts: {
            /** Format: int32 */
            investigating: null | number;
            /** Format: int32 */
            no: null | number;
            /** Format: int32 */
            notUseful: null | number;
            /** Format: int32 */
            useful: null | number;
            /** Format: int32 */
            yes: null | number;
        };
        ListAnswersItem: {
            affected: string;
            /** Format: date-time */
            answeredAt: string;
            comment: null | string;
            name: null | string;
            /** Format: uuid */
            organisationId: null | string;
            useful: null | boolean;
            /** Format: int32 */
            version: number;
        };
        ListAnswersView: {
            counts: components["schemas"]["ListAnswersCounts"];
            items: null | components["schemas"]["ListAnswersItem"][];
            mine: null | components["schemas"]["GiveAnswerView"];
            next: null | string;
        };
        ListAskedQuestionsItem: {
            answer: null | string;
            /** Format: date-time */
            answeredAt: null | string;
            /** Format: date-time */
            askedAt: string;
            /** Format: uuid */
            id: string;
            number: string;
            text: string;
        };
        ListAskedQuestionsSentence: {
            code: string;
            text: string;
        };
        ListAskedQuestionsView: {
            items: components["schemas"]["ListAskedQuestionsItem"][];
            sentences: components["schemas"]["ListAskedQuestionsSentence"][];
        };
        ListAttachmentsItem: {
            /** Format: date-time */
            addedAt: string;
            held: null | components["schemas"]["Notice"];
            /** Format: uuid */
            id: string;
            mediaType: string;
            name: string;
            sha256: string;
            /** Format: int64 */
            size: number;
            state: string;
        };
        ListAttestationsAges: {
            /** Format: int32 */
            never: number;
            /** Format: int32 */
            older: number;
            /** Format: int32 */
            underHalfYear: number;
            /** Format: int32 */
            underYear: number;
        };
        ListAttestationsView: {
            ages: components["schemas"]["ListAttestationsAges"];
            ceptoar: string;
            /** Format: int32 */
            late: number;
            name: string;
            /** Format: int32 */
            organisations: number;
        };
        ListAuditBlocksView: {
            contentHash: string;
            /** Format: int32 */
            count: number;
            /** Format: int64 */
            firstEntry: number;
            hash: string;
            /** Format: int64 */
            lastEntry: number;
            /** Format: int64 */
            number: number;
            previousHash: string;
            /** Format: date-time */
            sealedAt: string;
        };
        ListAuditView: {
            action: string;
            actionName: string;
            actor: string;
            /** Format: date-time */
            at: string;
            detail: null | string;
            /** Format: uuid */
            entryId: string;
            item: null | string;
            /** Format: int64 */
            number: number;
            /** Format: uuid */
            organisation: null | string;
            service: string;
        };
        ListCallsItem: {
            by: string;
            /** Format: date-time */
            calledAt: string;
            channel: string;
            comment: null | string;
            name: string;
            /** Format: uuid */
            organisationId: string;
            reached: boolean;
            /** Format: int32 */
            version: number;
        };
        ListCallsView: {
            /** Format: uuid */
            advisoryId: string;
            calls: components["schemas"]["ListCallsItem"][];
            drill: boolean;
            silent: components["schemas"]["SilentOne"][];
            /** Format: int32 */
            version: number;
        };
        ListCampaignsItem: {
            /** Format: date-time */
            createdAt: string;
            /** Format: int32 */
            drills: number;
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            revision: number;
            title: string;
            titleEn: string;
            /** Format: int32 */
            year: number;
        };
        ListCeptoarsBody: {
            /** Format: uuid */
            id: string;
            name: string;
        };
        ListCeptoarsView: {
            code: string;
            ministry: components["schemas"]["ListCeptoarsBody"];
            name: string;
            nameEn: string;
            secretariat: components["schemas"]["ListCeptoarsBody"];
            sector: string;
            sizeBand: string;
        };
        ListChannelsView: {
            channel: string;
            /** Format: int32 */
            failedLastHour: number;
            /** Format: int32 */
            lastCode: null | number;
            /** Format: date-time */
            lastSentAt: null | string;
            /** Format: date-time */
            oldestWaiting: null | string;
            on: boolean;
            reason: null | string;
            sender: boolean;
            /** Format: int32 */
            sentLastHour: number;
            /** Format: date-time */
            since: null | string;
            /** Format: int32 */
            waiting: number;
        };
        ListClientsView: {
            clientId: string;
            /** Format: date-time */
            createdAt: string;
            name: null | string;
            role: string;
        };
        ListConsentsView: {
            agreed: null | boolean;
            /** Format: date-time */
            at: null | string;
            ceptoar: string;
            how: null | string;
            name: string;
            /** Format: uuid */
            organisationId: string;
            secondHop: boolean;
        };
        ListDesksView: {
            ceptoar: null | string;
            desk: null | components["schemas"]["Desk"];
            kind: string;
            name: string;
            nameEn: null | string;
            /** Format: uuid */
            organisationId: string;
        };
        ListDraftsItem: {
            /** Format: date-time */
            embargoUntil: null | string;
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            issued: number;
            /** Format: int32 */
            revision: number;
            state: string;
            template: string;
            title: string;
            tlp: components["schemas"]["Tlp"];
            /** Format: date-time */
            writtenAt: string;
        };
        ListDrillsItem: {
            announced: boolean;
            /** Format: uuid */
            campaignId: string;
            ceptoar: string;
            ceptoarName: string;
            /** Format: date-time */
            closesAt: null | string;
            /** Format: date-time */
            endedAt: null | string;
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            minutes: number;
            /** Format: int32 */
            pace: number;
            /** Format: int32 */
            participants: number;
            /** Format: int32 */
            revision: number;
            /** Format: date-time */
            startedAt: null | string;
            /** Format: date-time */
            startsAt: null | string;
            state: string;
            tlp: components["schemas"]["Tlp"];
            twoWay: boolean;
            window: null | components["schemas"]["Window"];
        };
        ListEscalationRulesView: {
            ceptoar: string;
            /** Format: date-time */
            changedAt: null | string;
            /** Format: int32 */
            normalMinutes: number;
            /** Format: int32 */
            responses: number;
            /** Format: int32 */
            urgentMinutes: number;
        };
        ListGroupsView: {
            /** Format: uuid */
            id: string;
            kind: string;
            /** Format: int32 */
            members: null | number;
            name: string;
            nameEn: string;
            sizeBand: string;
        };
        ListHistoryView: {
            /** Format: date-time */
            at: string;
            by: string;
            field: string;
            from: null | string;
            fromStrings: null | components["schemas"]["OwnStrings"];
            to: null | string;
            toStrings: null | components["schemas"]["OwnStrings"];
        };
        ListLabelsItem: {
            ceiling: components["schemas"]["Tlp"];
            /** Format: date-time */
            decidedAt: string;
            drill: boolean;
            drillMarked: boolean;
            /** Format: int32 */
            labelVersion: number;
            number: string;
            original: components["schemas"]["Tlp"];
            /** Format: uuid */
            reportId: string;
            requestedTlp: components["schemas"]["Tlp"];
            severity: string;
            urgency: string;
            /** Format: int32 */
            version: number;
        };
        ListLateAttestationsView: {
            ceptoars: string[];
            /** Format: date-time */
            due: string;
            name: string;
            note: null | string;
            /** Format: uuid */
            organisationId: string;
            reason: string;
            /** Format: date-time */
            remindedAt: null | string;
        };
        ListMembersView: {
            /** Format: uuid */
            id: string;
            kind: string;
            name: string;
            prefecture: null | string;
            size: null | string;
        };
        ListMineItem: {
            /** Format: uuid */
            advisoryId: null | string;
            announced: boolean;
            answered: boolean;
            ceptoar: string;
            /** Format: date-time */
            endedAt: null | string;
            /** Format: uuid */
            id: string;
            sheets: components["schemas"]["ListMineSheetState"][];
            /** Format: date-time */
            startedAt: null | string;
            /** Format: date-time */
            startsAt: null | string;
            state: string;
            stopReason: null | string;
            title: string;
            twoWay: boolean;
            window: null | components["schemas"]["Window"];
        };
        ListMineSheetState: {
            answered: boolean;
            kind: string;
            open: boolean;
        };
        ListOpeningsItem: {
            /** Format: date-time */
            askedAt: string;
            drill: boolean;
            /** Format: uuid */
            id: string;
            number: string;
            reason: string;
            /** Format: uuid */
            reportId: string;
        };
        ListOrganisationsView: {
            active: boolean;
            ceptoars: string[];
            /** Format: uuid */
            id: string;
            kind: string;
            name: string;
            nameEn: null | string;
            partnerOf: null | string;
            prefecture: null | string;
            region: null | string;
            secondHop: string[];
            sectors: string[];
            size: null | string;
            /** Format: int64 */
            version: number;
        };
        ListParticipantsView: {
            agreed: null | boolean;
            chosen: boolean;
            name: string;
            /** Format: uuid */
            organisationId: string;
            secondHop: boolean;
        };
        ListProposalsView: {
            reason: string;
            rule: string;
            state: string;
            value: string;
        };
        ListQuestionsCounts: {
            /** Format: int32 */
            asked: null | number;
            /** Format: int32 */
            replied: null | number;
        };
        ListQuestionsReply: {
            /** Format: date-time */
            at: string;
            code: null | string;
            saidBy: string;
            text: string;
        };
        ListQuestionsThread: {
            /** Format: date-time */
            askedAt: string;
            /** Format: uuid */
            id: string;
            mine: boolean;
            name: null | string;
            /** Format: uuid */
            organisationId: null | string;
            replies: components["schemas"]["ListQuestionsReply"][];
            text: string;
        };
        ListQuestionsView: {
            counts: components["schemas"]["ListQuestionsCounts"];
            items: components["schemas"]["ListQuestionsThread"][];
            next: null | string;
        };
        ListReceiptsView: {
            /** Format: uuid */
            advisoryId: null | string;
            /** Format: date-time */
            confirmedAt: string;
            number: string;
            /** Format: int32 */
            version: number;
        };
        ListRehearsalsItem: {
            /** Format: date-time */
            askedAt: string;
            /** Format: date-time */
            doneAt: null | string;
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            seed: number;
            state: string;
        };
        ListRelayRulesView: {
            /** Format: int32 */
            afterMinutes: null | number;
            ceptoar: string;
            /** Format: date-time */
            changedAt: null | string;
            hop: string;
            mode: string;
        };
        ListRelaysItem: {
            /** Format: uuid */
            advisoryId: string;
            ceptoar: string;
            drill: boolean;
            /** Format: date-time */
            dueAt: null | string;
            /** Format: date-time */
            expiresAt: null | string;
            hop: string;
            kind: string;
            /** Format: int32 */
            members: number;
            number: string;
            /** Format: date-time */
            openedAt: string;
            severity: string;
            title: string;
            tlp: components["schemas"]["Tlp"];
            urgency: string;
            /** Format: int32 */
            version: number;
        };
        ListReportDraftsItem: {
            drill: boolean;
            /** Format: uuid */
            exercise: null | string;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            followsUp: null | string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            keptAt: string;
            kind: null | string;
            /** Format: uuid */
            onBehalfOf: null | string;
            title: null | string;
            /** Format: int32 */
            version: number;
        };
        ListReportsItem: {
            ceiling: null | components["schemas"]["Tlp"];
            drill: boolean;
            /** Format: uuid */
            exercise: null | string;
            flash: components["schemas"]["GetReportFlashView"];
            /** Format: uuid */
            id: string;
            number: string;
            requestedTlp: components["schemas"]["Tlp"];
            status: string;
            /** Format: date-time */
            submittedAt: string;
            title: null | string;
            /** Format: int32 */
            version: number;
        };
        ListSectorsView: {
            code: string;
            name: string;
            nameEn: string;
        };
        ListSessionsView: {
            agent: string;
            /** Format: date-time */
            createdAt: string;
            current: boolean;
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            lastUsedAt: string;
        };
        ListSheetsView: {
            kind: string;
            questions: components["schemas"]["QuestionInput"][];
        };
        ListTemplatesView: {
            code: string;
            name: string;
            nameEn: string;
            requires: string[];
        };
        ListTermsItem: {
            /** Format: date-time */
            acceptedAt: null | string;
            action: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            proposedAt: string;
            state: string;
            text: string;
        };
        LookAtInvitationCommand: {
            token: null | string;
        };
        LookAtInvitationView: {
            email: string;
            /** Format: date-time */
            expiresAt: string;
            name: string;
            nameEn: null | string;
            organisation: string;
        };
        MakeRecoveryCodesCommand: {
            totp: null | string;
        };
        MakeRecoveryCodesView: {
            recoveryCodes: string[];
        };
        MarkRenditionCommand: {
            action: null | string;
            hash: null | string;
            reason: null | string;
            span: null | components["schemas"]["MarkRenditionSpan"];
        };
        MarkRenditionSpan: {
            field: null | string;
            /** Format: int32 */
            length: null | number;
            /** Format: int32 */
            start: null | number;
        };
        Notice: {
            code: string;
            en: string;
            ja: string;
        };
        OnBehalfInput: {
            means: null | string;
            /** Format: uuid */
            organisationId: null | string;
            /** Format: date-time */
            toldAt: null | string;
        };
        OptionCount: {
            /** Format: int32 */
            count: number;
            id: string;
            textEn: string;
            textJa: string;
        };
        OptionInput: {
            id: null | string;
            text: null | components["schemas"]["Wording"];
        };
        OutcomeView: {
            /** Format: uuid */
            advisoryId: string;
            /** Format: int32 */
            confirmed: null | number;
            number: null | string;
            sentence: string;
            /** Format: int32 */
            useful: null | number;
        };
        OwnStrings: {
            given: components["schemas"]["IdentifyingStrings"];
            rejected?: string[];
        };
        PageOfGetAttachmentRenditionsItem: {
            items: components["schemas"]["GetAttachmentRenditionsItem"][];
            next: null | string;
        };
        PageOfGetCeptoarChannelsView: {
            items: components["schemas"]["GetCeptoarChannelsView"][];
            next: null | string;
        };
        PageOfGetCeptoarMapView: {
            items: components["schemas"]["GetCeptoarMapView"][];
            next: null | string;
        };
        PageOfGetPersonView: {
            items: components["schemas"]["GetPersonView"][];
            next: null | string;
        };
        PageOfHandlingRulesVersion: {
            items: components["schemas"]["HandlingRulesVersion"][];
            next: null | string;
        };
        PageOfLabelChangeView: {
            items: components["schemas"]["LabelChangeView"][];
            next: null | string;
        };
        PageOfLintDirectoryView: {
            items: components["schemas"]["LintDirectoryView"][];
            next: null | string;
        };
        PageOfListAdvisoriesItem: {
            items: components["schemas"]["ListAdvisoriesItem"][];
            next: null | string;
        };
        PageOfListAttachmentsItem: {
            items: components["schemas"]["ListAttachmentsItem"][];
            next: null | string;
        };
        PageOfListAttestationsView: {
            items: components["schemas"]["ListAttestationsView"][];
            next: null | string;
        };
        PageOfListAuditBlocksView: {
            items: components["schemas"]["ListAuditBlocksView"][];
            next: null | string;
        };
        PageOfListAuditView: {
            items: components["schemas"]["ListAuditView"][];
            next: null | string;
        };
        PageOfListCampaignsItem: {
            items: components["schemas"]["ListCampaignsItem"][];
            next: null | string;
        };
        PageOfListCeptoarsView: {
            items: components["schemas"]["ListCeptoarsView"][];
            next: null | string;
        };
        PageOfListChannelsView: {
            items: components["schemas"]["ListChannelsView"][];
            next: null | string;
        };
        PageOfListConsentsView: {
            items: components["schemas"]["ListConsentsView"][];
            next: null | string;
        };
        PageOfListDesksView: {
            items: components["schemas"]["ListDesksView"][];
            next: null | string;
        };
        PageOfListDraftsItem: {
            items: components["schemas"]["ListDraftsItem"][];
            next: null | string;
        };
        PageOfListDrillsItem: {
            items: components["schemas"]["ListDrillsItem"][];
            next: null | string;
        };
        PageOfListEscalationRulesView: {
            items: components["schemas"]["ListEscalationRulesView"][];
            next: null | string;
        };
        PageOfListGroupsView: {
            items: components["schemas"]["ListGroupsView"][];
            next: null | string;
        };
        PageOfListHistoryView: {
            items: components["schemas"]["ListHistoryView"][];
            next: null | string;
        };
        PageOfListLabelsItem: {
            items: components["schemas"]["ListLabelsItem"][];
            next: null | string;
        };
        PageOfListLateAttestationsView: {
            items: components["schemas"]["ListLateAttestationsView"][];
            next: null | string;
        };
        PageOfListMembersView: {
            items: components["schemas"]["ListMembersView"][];
            next: null | string;
        };
        PageOfListMineItem: {
            items: components["schemas"]["ListMineItem"][];
            next: null | string;
        };
        PageOfListOpeningsItem: {
            items: components["schemas"]["ListOpeningsItem"][];
            next: null | string;
        };
        PageOfListOrganisationsView: {
            items: components["schemas"]["ListOrganisationsView"][];
            next: null | string;
        };
        PageOfListParticipantsView: {
            items: components["schemas"]["ListParticipantsView"][];
            next: null | string;
        };
        PageOfListProposalsView: {
            items: components["schemas"]["ListProposalsView"][];
            next: null | string;
        };
        PageOfListReceiptsView: {
            items: components["schemas"]["ListReceiptsView"][];
            next: null | string;
        };
        PageOfListRehearsalsItem: {
            items: components["schemas"]["ListRehearsalsItem"][];
            next: null | string;
        };
        PageOfListRelayRulesView: {
            items: components["schemas"]["ListRelayRulesView"][];
            next: null | string;
        };
        PageOfListRelaysItem: {
            items: components["schemas"]["ListRelaysItem"][];
            next: null | string;
        };
        PageOfListReportDraftsItem: {
            items: components["schemas"]["ListReportDraftsItem"][];
            next: null | string;
        };
        PageOfListReportsItem: {
            items: components["schemas"]["ListReportsItem"][];
            next: null | string;
        };
        PageOfListSectorsView: {
            items: components["schemas"]["ListSectorsView"][];
            next: null | string;
        };
        PageOfListSessionsView: {
            items: components["schemas"]["ListSessionsView"][];
            next: null | string;
        };
        PageOfListSheetsView: {
            items: components["schemas"]["ListSheetsView"][];
            next: null | string;
        };
        PageOfListTemplatesView: {
            items: components["schemas"]["ListTemplatesView"][];
            next: null | string;
        };
        PageOfListTermsItem: {
            items: components["schemas"]["ListTermsItem"][];
            next: null | string;
        };
        PageOfPolicyView: {
            items: components["schemas"]["PolicyView"][];
            next: null | string;
        };
        PlanDrillCommand: {
            /** Format: uuid */
            campaignId?: null | string;
            ceptoar?: null | string;
            /** Format: int32 */
            minutes?: null | number;
            /** Format: int32 */
            pace?: null | number;
            /** Format: date-time */
            startsAt?: null | string;
            tlp?: null | components["schemas"]["Tlp"];
            window?: null | components["schemas"]["Window"];
        };
        PolicyCondition: {
            causes?: string[];
            events?: string[];
            kinds?: string[];
            serviceImpacts?: string[];
            signals?: string[];
        };
        PolicyRule: {
            en: string;
            handling?: string[];
            id: string;
            ja: string;
            raises: string;
            tlp?: components["schemas"]["Tlp"];
            when: components["schemas"]["PolicyCondition"];
        };
        PolicyView: {
            /** Format: date-time */
            approvedAt: null | string;
            /** Format: date-time */
            draftedAt: null | string;
            /** Format: date-time */
            effectiveFrom: null | string;
            inForce: boolean;
            note: null | string;
            /** Format: int32 */
            number: number;
            /** Format: uuid */
            owner: null | string;
            relaxed: components["schemas"]["Relaxation"][];
            rules: components["schemas"]["PolicyRule"][];
            scope: string;
            /** Format: date-time */
            signedOffAt: null | string;
            state: string;
        };
        PreviewAudienceInCeptoar: {
            ceptoar: string;
            name: string;
            /** Format: int32 */
            recipients: number;
        };
        PreviewAudienceInHop: {
            ceptoar: null | string;
            hop: string;
            /** Format: int32 */
            recipients: number;
        };
        PreviewAudienceView: {
            byCeptoar: components["schemas"]["PreviewAudienceInCeptoar"][];
            byHop: components["schemas"]["PreviewAudienceInHop"][];
            fourEyes: boolean;
            /** Format: int32 */
            outsideCeptoars: number;
            /** Format: int32 */
            recipients: number;
            /**
             * Format: int32
             * @default 0
             */
            unreachableByChannel: number;
            warnings: components["schemas"]["AudienceWarning"][];
        };
        PreviewLabelsCommand: {
            body: null | string;
            causes: null | string[];
            events: null | string[];
            indicators: null | components["schemas"]["PreviewLabelsIndicatorInput"][];
            kind: null | string;
            plainSummary: null | string;
            requestedTlp: null | components["schemas"]["Tlp"];
            serviceImpact: null | string;
            title: null | string;
        };
        PreviewLabelsIndicatorInput: {
            role: null | string;
            type: null | string;
            value: null | string;
        };
        PreviewLabelsView: {
            ceiling: components["schemas"]["Tlp"];
            handling: string[];
            original: components["schemas"]["Tlp"];
            reasons: components["schemas"]["Reason"][];
            severity: string;
            suggestion: null | components["schemas"]["Suggestion"];
            triage: components["schemas"]["TriageReason"][];
            urgency: string;
        };
        ProblemDetails: {
            detail?: null | string;
            instance?: null | string;
            /** Format: int32 */
            status?: null | number;
            title?: null | string;
            type?: null | string;
        };
        QuestionFigures: {
            /** Format: int32 */
            answered: number;
            id: string;
            kind: string;
            /** Format: double */
            median: null | number;
            options: components["schemas"]["OptionCount"][];
            textEn: string;
            textJa: string;
            texts: string[];
        };
        QuestionInput: {
            id?: null | string;
            kind?: null | string;
            options?: null | components["schemas"]["OptionInput"][];
            required?: null | boolean;
            text?: null | components["schemas"]["Wording"];
        };
        ReachFigures: {
            curve: components["schemas"]["CurvePoint"][];
            /** Format: double */
            p50: null | number;
            /** Format: double */
            p90: null | number;
            /** Format: double */
            p99: null | number;
            /** Format: double */
            within10Min: null | number;
            /** Format: double */
            within1H: null | number;
            /** Format: double */
            within2H: null | number;
            /** Format: double */
            within30Min: null | number;
        };
        Reason: {
            en: string;
            found: components["schemas"]["Found"][];
            ja: string;
            policy: string;
            raises: string;
            rule: string;
            tlp: components["schemas"]["Tlp"];
        };
        RecallAdvisoryCommand: {
            reason: null | string;
        };
        RecallAdvisoryReceipt: {
            /** Format: uuid */
            id: string;
            number: string;
            state: string;
            /** Format: int32 */
            version: number;
        };
        ReceiptView: {
            /** Format: date-time */
            at: string;
            comment: null | string;
            state: string;
        };
        RecordCallCommand: {
            by: null | string;
            channel: null | string;
            comment: null | string;
            /** Format: uuid */
            organisationId: null | string;
            reached: null | boolean;
        };
        RecordConsentsCommand: {
            consents: null | components["schemas"]["RecordConsentsConsentInput"][];
        };
        RecordConsentsConsentInput: {
            agreed: null | boolean;
            how: null | string;
            /** Format: uuid */
            organisationId: null | string;
        };
        RecordConsentsView: {
            /** Format: int32 */
            recorded: number;
        };
        RedeemPasswordResetCommand: {
            password: null | string;
            recoveryCode: null | string;
            token: null | string;
            totp: null | string;
        };
        ReferenceInput: {
            cve: null | string;
            /** Format: double */
            cvssScore: null | number;
            cvssVector: null | string;
            url: null | string;
        };
        RegisterOrganisationCommand: {
            ceptoars?: null | string[];
            identifying?: null | components["schemas"]["IdentifyingStrings"];
            kind?: null | string;
            name?: null | string;
            nameEn?: null | string;
            partnerOf?: null | string;
            prefecture?: null | string;
            secondHop?: null | string[];
            sectors?: null | string[];
            size?: null | string;
        };
        RehearseAccepted: {
            /** Format: uuid */
            id: string;
        };
        RehearseBody: {
            /** Format: int32 */
            seed: null | number;
        };
        Relaxation: {
            from?: components["schemas"]["Tlp"];
            rule: string;
            tlp?: components["schemas"]["Tlp"];
        };
        RelaxationInput: {
            rule: null | string;
            tlp: null | components["schemas"]["Tlp"];
        };
        RelayAdvisoryCommand: {
            hop: null | string;
            members: null | string[];
            note: null | string;
        };
        ReleaseAdvisoryCommand: {
            /** Format: int32 */
            revision: null | number;
        };
        ReleaseAdvisoryReceipt: {
            /** Format: uuid */
            id: string;
            number: null | string;
            state: string;
            /** Format: int32 */
            version: number;
        };
        RemindSilentCommand: {
            organisations: null | string[];
        };
        RemindSilentView: {
            reminded: string[];
            /** Format: date-time */
            remindedAt: string;
            tooSoon: string[];
        };
        Removal: {
            field: string;
            /** Format: int32 */
            id: number;
            /** Format: int32 */
            length: number;
            replacement: string;
            rule: string;
            /** Format: int32 */
            start: number;
            type: string;
        };
        ReplaceIdentifyingCommand: {
            rejected?: null | string[];
            strings?: null | components["schemas"]["IdentifyingStrings"];
        };
        ReplaceIdentifyingView: {
            /** Format: int64 */
            confirmedVersion: null | number;
            /** Format: int64 */
            identifyingVersion: number;
            rejected: string[];
            strings: components["schemas"]["IdentifyingStrings"];
            warnings: components["schemas"]["Warning"][];
        };
        ReplyToQuestionCommand: {
            text: null | string;
        };
        ReplyToQuestionReceipt: {
            /** Format: date-time */
            at: string;
            /** Format: uuid */
            questionId: string;
            saidBy: string;
        };
        ReportInput: {
            audience?: null | string[];
            body?: null | string;
            causes?: null | string[];
            /** Format: date-time */
            detectedAt?: null | string;
            events?: null | string[];
            exercise?: null | string;
            indicators?: null | components["schemas"]["IndicatorInput"][];
            kind?: null | string;
            language?: null | string;
            /** Format: date-time */
            occurredAt?: null | string;
            onBehalf?: null | components["schemas"]["OnBehalfInput"];
            onwardConsent?: null | string[];
            plainSummary?: null | string;
            releaseMode?: null | string;
            requestedTlp?: null | components["schemas"]["Tlp"];
            serviceImpact?: null | string;
            severity?: null | string;
            sourceVisibility?: null | string;
            stage?: null | string;
            title?: null | string;
            urgency?: null | string;
        };
        ReportedDrill: {
            announced: boolean;
            /** Format: uuid */
            campaignId: string;
            ceptoar: string;
            ceptoarName: string;
            channelsOff: string[];
            /** Format: date-time */
            endedAt: null | string;
            /** Format: uuid */
            id: string;
            /** Format: int32 */
            minutes: number;
            /** Format: int32 */
            pace: number;
            /** Format: date-time */
            reportedAt: null | string;
            /** Format: date-time */
            startedAt: null | string;
            state: string;
            stopReason: null | string;
            title: string;
            tlp: components["schemas"]["Tlp"];
            twoWay: boolean;
            /** Format: int32 */
            year: number;
        };
        ReportedIndicator: {
            role?: string;
            type: string;
            value: string;
        };
        RequestAttestationCommand: {
            reason?: null | string;
        };
        RequestAttestationView: {
            /** Format: date-time */
            due: string;
            note: string;
            /** Format: date-time */
            openedAt: string;
            reason: string;
        };
        Risk: {
            /** Format: int32 */
            k: number;
            level: string;
            reasons: components["schemas"]["Notice"][];
        };
        RotateClientSecretView: {
            clientId: string;
            clientSecret: string;
            /** Format: date-time */
            oldSecretUntil: string;
            role: string;
        };
        RuleInput: {
            en: null | string;
            handling: null | string[];
            id: null | string;
            ja: null | string;
            raises: null | string;
            tlp: null | components["schemas"]["Tlp"];
            when: null | components["schemas"]["ConditionInput"];
        };
        SaveReportDraftCommand: {
            report: null | components["schemas"]["ReportInput"];
            /** Format: int32 */
            version: null | number;
        };
        SetChannelsCommand: {
            channels?: null | components["schemas"]["SetChannelsEntry"][];
        };
        SetChannelsEntry: {
            channel?: null | string;
            contact?: null | string;
            holder?: null | string;
        };
        SetRosterAbsence: {
            /** Format: date-time */
            from: null | string;
            /** Format: uuid */
            personId: null | string;
            /** Format: date-time */
            until: null | string;
        };
        SetRosterCommand: {
            absences?: null | components["schemas"]["SetRosterAbsence"][];
            entries?: null | components["schemas"]["SetRosterTurn"][];
        };
        SetRosterTurn: {
            /** Format: date-time */
            from: null | string;
            kind: null | string;
            /** Format: uuid */
            personId: null | string;
            /** Format: date-time */
            until: null | string;
        };
        SetTriageCommand: {
            severity: null | string;
            urgency: null | string;
        };
        SetTriageView: {
            /** Format: int32 */
            labelVersion: number;
            /** Format: uuid */
            reportId: string;
            severity: string;
            urgency: string;
        };
        SetWebhookCommand: {
            url?: null | string;
        };
        SetWebhookView: {
            secret: string;
            /** Format: date-time */
            setAt: string;
            url: string;
        };
        SheetFigures: {
            /** Format: int32 */
            answers: number;
            questions: components["schemas"]["QuestionFigures"][];
        };
        SilentOne: {
            /** Format: date-time */
            at: string;
            escalation?: null | components["schemas"]["EscalationSummary"];
            lastCall?: null | components["schemas"]["LastCall"];
            name: string;
            /** @default false */
            onCallList: boolean;
            /** Format: uuid */
            organisationId: string;
            /** Format: date-time */
            remindedAt?: null | string;
            state: string;
        };
        StageFigures: {
            /** Format: int32 */
            answered: number;
            /** Format: int32 */
            cannotAct: number;
            /** Format: int32 */
            confirmed: number;
            /** Format: int32 */
            delivered: number;
            hop: string;
            /** Format: int32 */
            opened: number;
            /** Format: int32 */
            pushed: number;
            /** Format: double */
            rate: null | number;
            reach: components["schemas"]["ReachFigures"];
            /** Format: int32 */
            recipients: number;
            /** Format: double */
            relaySeconds: null | number;
        };
        StartReportDraftCommand: {
            /** Format: uuid */
            followsUp: null | string;
            report: null | components["schemas"]["ReportInput"];
        };
        StartReportDraftReceipt: {
            /** Format: date-time */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            keptAt: string;
            /** Format: int32 */
            version: number;
        };
        StopDrillsCommand: {
            reason: null | components["schemas"]["Wording"];
        };
        StopDrillsView: {
            /** Format: int32 */
            stopped: number;
        };
        SubmitReportCommand: {
            audience?: null | string[];
            body?: null | string;
            causes?: null | string[];
            /** Format: date-time */
            detectedAt?: null | string;
            /** Format: uuid */
            draftId?: null | string;
            events?: null | string[];
            exercise?: null | string;
            indicators?: null | components["schemas"]["IndicatorInput"][];
            kind?: null | string;
            language?: null | string;
            /** Format: date-time */
            occurredAt?: null | string;
            onBehalf?: null | components["schemas"]["OnBehalfInput"];
            onwardConsent?: null | string[];
            plainSummary?: null | string;
            releaseMode?: null | string;
            requestedTlp?: null | components["schemas"]["Tlp"];
            serviceImpact?: null | string;
            severity?: null | string;
            sourceVisibility?: null | string;
            stage?: null | string;
            title?: null | string;
            urgency?: null | string;
        };
        SubmitReportReceipt: {
            /** Format: uuid */
            id: string;
            notices: components["schemas"]["Notice"][];
            number: string;
            status: string;
        };
        Suggestion: {
            en: string;
            ja: string;
            tlp: components["schemas"]["Tlp"];
        };
        SurveyFigures: {
            selfCheck: null | components["schemas"]["SheetFigures"];
            survey: null | components["schemas"]["SheetFigures"];
        };
        SwitchChannelCommand: {
            on: null | boolean;
            reason: null | string;
        };
        SwitchChannelView: {
            channel: string;
            on: boolean;
            reason: null | string;
            /** Format: date-time */
            since: null | string;
        };
        SwitchLargeScaleModeCommand: {
            on: null | boolean;
            reason: null | string;
        };
        SystemStateOutboxState: {
            /** Format: double */
            oldestSeconds: number;
            /** Format: int64 */
            waiting: number;
        };
        SystemStateQueueState: {
            /** Format: int64 */
            consumers: number;
            /** Format: int64 */
            failed: number;
            name: string;
            /** Format: int64 */
            waiting: number;
        };
        SystemStateReplayed: {
            /** Format: int32 */
            messages: number;
            name: string;
        };
        SystemStateView: {
            /** Format: int64 */
            failed: number;
            outbox: null | components["schemas"]["SystemStateOutboxState"];
            queues: null | components["schemas"]["SystemStateQueueState"][];
            ready: boolean;
            service: string;
        };
        TestChannelCommand: {
            result?: null | string;
        };
        TestContactCommand: {
            contact?: null | string;
            result?: null | string;
        };
        /** @enum {string} */
        Tlp: "RED" | "AMBER+STRICT" | "AMBER" | "GREEN" | "CLEAR";
        Token: {
            accessToken: string;
            /** Format: int32 */
            expiresIn: number;
            refreshToken?: null | string;
            tokenType: string;
        };
        ToldOpening: {
            /** Format: date-time */
            askedAt: string;
            /** Format: date-time */
            decidedAt: null | string;
            lookedAt: string[];
            notice?: components["schemas"]["Notice"];
            /** Format: date-time */
            openUntil: null | string;
            reason: null | string;
            state: string;
        };
        TriageReason: {
            en: string;
            found: components["schemas"]["Found"][];
            ja: string;
            rule: string;
            severity: string;
            urgency: string;
        };
        TriedChannel: {
            /** Format: date-time */
            at: string;
            cause?: null | string;
            channel: string;
            /** Format: date-time */
            postedAt?: null | string;
            state: string;
        };
        TryPolicyChange: {
            ceiling: components["schemas"]["Tlp"];
            newCeiling: components["schemas"]["Tlp"];
            newOriginal: components["schemas"]["Tlp"];
            original: components["schemas"]["Tlp"];
            /** Format: uuid */
            reportId: string;
        };
        TryPolicyCommand: {
            /** Format: date-time */
            effectiveFrom?: null | string;
            note?: null | string;
            relaxed?: null | components["schemas"]["RelaxationInput"][];
            rules?: null | components["schemas"]["RuleInput"][];
        };
        TryPolicyView: {
            /** Format: int32 */
            changed: null | number;
            changes: components["schemas"]["TryPolicyChange"][];
            en: string;
            ja: string;
            /** Format: int32 */
            reports: null | number;
        };
        Warning: {
            field: string;
            message: string;
        };
        Window: {
            /** Format: date-time */
            from: null | string;
            /** Format: date-time */
            until: null | string;
        };
        WithdrawReportReceipt: {
            /** Format: uuid */
            id: string;
            number: string;
            status: string;
        };
        Wording: {
            en: null | string;
            ja: null | string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
